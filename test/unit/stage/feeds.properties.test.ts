import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layerDemand, wantedFeeds } from "../../../shared/stage/feeds.ts";
import type { Feed, Viewer } from "../../../shared/stage/feeds.ts";
import type { Scene, Stage } from "../../../shared/stage/model.ts";
import { wantedSends } from "../../../shared/stage/sends.ts";
import { isVoice } from "../../../shared/stage/sources.ts";
import type { SourceId } from "../../../shared/stage/sources.ts";
import { someSteps } from "./steps.ts";
import { camera1, cast, desk, everybody, linked, listener, play, station } from "./world.ts";

interface Page {
  readonly viewer: Viewer;
  readonly feeds: readonly Feed[];
}

const preview: Scene = { layout: "two", sources: [camera1("lima"), camera1("athens")] };

/** Everybody on every page that their role may open, listening and not, with and without headphones. */
function viewers(): readonly Viewer[] {
  return everybody.flatMap((passId): readonly Viewer[] => {
    const part = cast[passId];
    const pages = [listener(passId), listener(passId, { headphones: true }), listener(passId, { listening: false })];
    if (part?.role === "participant") return pages;
    const staff = [...pages, desk(passId), desk(passId, { glass: 0, preview })];
    return part?.roomId ? [...staff, station(passId, part.roomId), station(passId, part.roomId, 0)] : staff;
  });
}

/** Looks at each stage of random sessions, with whatever choice of voices loudness could have made. */
function always(look: (stage: Stage, pages: readonly Page[]) => void): void {
  const someVoices = fc.array(fc.nat(), { maxLength: 3 });
  fc.assert(
    fc.property(someSteps, someVoices, (steps, picks) => {
      play(steps, ({ before, after }) => {
        if (before === after) return;
        const all = [...linked.map((roomId): SourceId => `room:${roomId}:sound`), ...everybody.map(micOf)];
        const heard = new Set(picks.flatMap((pick): readonly SourceId[] => all.slice(pick % all.length).slice(0, 2)));
        look(
          after,
          viewers().map((viewer) => ({ viewer, feeds: wantedFeeds(after, viewer, heard) })),
        );
      });
    }),
    { numRuns: 50 },
  );
}

const micOf = (passId: string): SourceId => `person:${passId}:mic`;
const voices = ({ feeds }: Page): readonly Feed[] => feeds.filter(({ source }) => isVoice(source));
const flows = ({ state }: Feed): boolean => state === "flowing";

/** The room in which a voice is heard through the air. */
function homeOf(stage: Stage, source: SourceId): string | null {
  const [owner, id = ""] = source.split(":");
  if (owner === "room") return id;
  return Object.entries(stage.people).find(([passId]) => passId === id)?.[1].roomId ?? null;
}

/** Where the viewer's ears are, in words of the product: operators in their room, others where they said. */
function earsOf(stage: Stage, viewer: Viewer): string | null {
  return cast[viewer.passId]?.role === "operator" && viewer.page !== "participant"
    ? (cast[viewer.passId]?.roomId ?? null)
    : homeOf(stage, micOf(viewer.passId));
}

/** On air by the stage's own lists: an open room, a moderator's open microphone, somebody called who is ready. */
function isOnAir(stage: Stage, source: SourceId): boolean {
  const [owner, id = ""] = source.split(":");
  if (stage.phase !== "live") return false;
  if (owner === "room") return Object.keys(stage.openRooms).includes(id);
  return (
    stage.openMics.some((passId) => passId === id) ||
    stage.floor.some(({ hand, ready }) => hand.kind === "person" && hand.passId === id && ready)
  );
}

describe("in every session, whatever happens,", () => {
  test("nobody hears themselves: not the own microphone, not the own room, nobody who sits in it", () => {
    always((stage, pages) => {
      for (const page of pages) {
        const ears = earsOf(stage, page.viewer);
        for (const { source } of voices(page)) {
          expect(source).not.toBe(micOf(page.viewer.passId));
          if (ears !== null) expect(homeOf(stage, source)).not.toBe(ears);
        }
      }
    });
  });

  test("who sits in a room without headphones gets no sound at all: the room's loudspeakers play it", () => {
    always((stage, pages) => {
      for (const page of pages) {
        if (page.viewer.page !== "participant" || page.viewer.headphones) continue;
        if (homeOf(stage, micOf(page.viewer.passId)) !== null) expect(voices(page)).toEqual([]);
      }
    });
  });

  test("nobody is heard who is not on air, nobody who is muted, and nobody by whom does not listen", () => {
    always((stage, pages) => {
      for (const page of pages) {
        for (const { source } of voices(page).filter(flows)) {
          expect(isOnAir(stage, source)).toBe(true);
          expect(Object.keys(stage.muted)).not.toContain(source);
          expect(page.viewer.listening).toBe(true);
        }
      }
    });
  });

  test("a plenary's listener hears everybody who is on air, and not muted, from elsewhere", () => {
    always((stage, pages) => {
      if (stage.format !== "plenary") return;
      for (const page of pages) {
        if (!page.viewer.listening || (page.viewer.page === "participant" && !page.viewer.headphones)) continue;
        const ears = earsOf(stage, page.viewer);
        const onAir = [...linked.map((id): SourceId => `room:${id}:sound`), ...everybody.map(micOf)].filter(
          (source) =>
            isOnAir(stage, source) &&
            !Object.keys(stage.muted).includes(source) &&
            source !== micOf(page.viewer.passId) &&
            (ears === null || homeOf(stage, source) !== ears),
        );
        const heard = voices(page).filter(flows);
        expect(heard.map(({ source }) => source).sort()).toEqual(onAir.sort());
      }
    });
  });

  test("each source is wanted once, and nobody's own picture", () => {
    always((_stage, pages) => {
      for (const { viewer, feeds } of pages) {
        const sources = feeds.map(({ source }) => source);
        expect(sources).toEqual([...new Set(sources)]);
        const own = viewer.page === "station" ? `room:${viewer.roomId}:camera1` : `person:${viewer.passId}:camera`;
        expect(sources).not.toContain(own);
      }
    });
  });

  test("people show pictures only while they are called or on air", () => {
    always((stage, pages) => {
      const seen = pages.flatMap(({ feeds }) => feeds.map(({ source }) => source)).filter((source) => !isVoice(source));
      for (const source of new Set(seen)) {
        const [owner, id] = source.split(":");
        if (owner === "room") continue;
        const may =
          stage.openMics.some((passId) => passId === id) ||
          stage.floor.some(({ hand }) => hand.kind === "person" && hand.passId === id);
        expect(may && stage.phase === "live").toBe(true);
      }
    });
  });

  test("who is heard is asked to send, and who is looked at sends the layer that is looked at", () => {
    always((stage, pages) => {
      const demand = layerDemand(pages);
      const sends = pages
        .filter(({ viewer }) => viewer.listening || viewer.page !== "station")
        .flatMap(({ viewer }) => wantedSends(stage, viewer, demand));
      const stations = new Set(
        Object.values(cast).flatMap(({ role, roomId }) => (role === "operator" ? [roomId] : [])),
      );
      for (const { viewer, feeds } of pages) {
        for (const feed of feeds.filter(flows)) {
          const [owner, id] = feed.source.split(":");
          if (owner === "room" && ![...stations].some((roomId) => roomId === id)) continue;
          const send = sends.find(({ source, state }) => source === feed.source && state === "flowing");
          expect(send, `${feed.source} at ${viewer.page} of ${viewer.passId}`).toBeDefined();
          if (feed.layer !== undefined) expect(send?.layer ?? -1).toBeGreaterThanOrEqual(feed.layer);
        }
      }
    });
  });

  test("who is muted, or neither called nor a moderator with an open microphone, sends no voice", () => {
    always((stage, pages) => {
      for (const { viewer } of pages) {
        for (const send of wantedSends(stage, viewer, new Map())) {
          if (send.track !== "mic" || send.state !== "flowing") continue;
          expect(isOnAir(stage, send.source)).toBe(true);
          expect(Object.keys(stage.muted)).not.toContain(send.source);
        }
      }
    });
  });

  test("a picture that nobody looks at is not sent", () => {
    always((stage, pages) => {
      for (const { viewer } of pages) {
        for (const send of wantedSends(stage, viewer, new Map())) {
          if (send.layer !== undefined) expect(send).toMatchObject({ state: "ready", layer: -1 });
        }
      }
    });
  });

  test("what has ended neither sends nor receives", () => {
    always((stage, pages) => {
      if (stage.phase !== "ended") return;
      for (const { viewer, feeds } of pages) {
        expect(feeds).toEqual([]);
        expect(wantedSends(stage, viewer, new Map([[camera1("durban"), 2]]))).toEqual([]);
      }
    });
  });
});
