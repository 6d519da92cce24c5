import type { Logger } from "pino";
import type { OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { Line, LineReport, Notices, PassInfo, PresentPerson, StageView } from "../../shared/protocol/views.ts";
import type { Actor } from "../../shared/stage/commands.ts";
import { entryOf } from "../../shared/stage/places.ts";
import type { Viewer } from "../../shared/stage/feeds.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { changedKeys, participantView } from "../../shared/stage/views.ts";
import type { ParticipantView } from "../../shared/stage/views.ts";
import { Endpoint } from "../media/endpoint.ts";
import { StageMedia } from "../media/stagemedia.ts";
import type { WorkerPool } from "../media/workers.ts";
import { Presence, placeKept } from "../stage/presence.ts";
import type { StageRunner } from "../stage/runner.ts";

/** A way to one page. */
export interface Link {
  readonly pass: PassInfo;
  readonly key: string;
  say<Name extends keyof Notices>(name: Name, ...content: Parameters<Notices[Name]>): void;
}

interface Guest {
  readonly link: Link;
  readonly endpoint: Endpoint;
  /** What the page was shown last; null for staff, who get the stage's own changes. */
  view: ParticipantView | null;
  line: Line | null;
  graceTimer: NodeJS.Timeout | null;
}

export interface LivePorts {
  readonly pool: WorkerPool;
  readonly log: Logger;
  readonly now: () => number;
}

/** How long a lost page is still sent media, in case it is back in a moment (milliseconds). */
const fedFor = 15_000;

/** One occurrence while people are in it: its runner, who is here, their media, and what each of them is told. */
export class LiveStage {
  readonly runner: StageRunner;
  readonly media: StageMedia;
  readonly presence: Presence;
  readonly #ports: LivePorts;
  readonly #guests = new Map<string, Guest>();
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  #presenceDirty = false;

  constructor(runner: StageRunner, ports: LivePorts) {
    this.runner = runner;
    this.#ports = ports;
    const observe = (observation: Parameters<StageRunner["observe"]>[0]): void => {
      runner
        .observe(observation)
        .catch((error: unknown) => ports.log.error({ err: error }, "an observation could not be stored"));
    };
    this.presence = new Presence(ports.now, (passId) => observe({ type: "awayTooLong", passId }));
    this.media = new StageMedia({
      ...ports,
      stage: () => runner.stage,
      onSound: (source) => observe({ type: "soundObserved", source }),
      sayFeeds: (endpoint, notice) => this.#to(endpoint)?.say("feeds", { occurrenceId: this.occurrenceId, ...notice }),
      saySends: (endpoint, sends) => this.#to(endpoint)?.say("sends", { occurrenceId: this.occurrenceId, sends }),
      sayUnpublished: (endpoint, tracks) =>
        this.#to(endpoint)?.say("unpublished", { occurrenceId: this.occurrenceId, tracks }),
      sayLost: (endpoint) => this.#to(endpoint)?.say("mediaLost", { occurrenceId: this.occurrenceId }),
    });
    this.#unsubscribe = runner.subscribe((stage, before) => this.#tell(stage, before));
    // Whoever the log knows in the queue or on the floor is away until they come back: their places are kept for a while.
    for (const entry of [...runner.stage.queue, ...runner.stage.floor]) {
      if (entry.hand.kind === "person") this.presence.expect(entry.hand.passId);
    }
    for (const passId of runner.stage.openMics) this.presence.expect(passId);
    this.#timers = [
      setInterval(() => this.#sayPresence(), 1000),
      setInterval(() => this.#sayLines(), 2000),
      setInterval(() => this.#sayLevels(), 250),
    ];
  }

  get occurrenceId(): OccurrenceId {
    return this.runner.occurrenceId;
  }

  get stage(): Stage {
    return this.runner.stage;
  }

  actor(pass: PassInfo): Actor {
    const { role } = pass;
    if (role !== "operator" && role !== "moderator" && role !== "participant")
      throw new Error(`nobody is on a stage as ${role}`);
    return {
      passId: pass.id,
      role,
      roomId: pass.roomId,
      moderatorPresent: this.presence.moderatorPresent(),
      present: this.presence.present(),
    };
  }

  /** A page comes, or comes back: the endpoint that it had is found again by its key. */
  arrive(link: Link, viewer: Viewer): Endpoint {
    const known = this.#guests.get(link.key);
    if (known?.graceTimer) clearTimeout(known.graceTimer);
    // What a console prepares survives a lost line.
    const preview = known?.endpoint.viewer.page === "console" ? known.endpoint.viewer.preview : null;
    const endpoint = known?.endpoint ?? new Endpoint(link.key, viewer);
    endpoint.viewer = viewer.page === "console" ? { ...viewer, preview } : viewer;
    endpoint.connected = true;
    endpoint.fed = true;
    this.#guests.set(link.key, { link, endpoint, view: null, line: known?.line ?? null, graceTimer: null });
    this.media.add(endpoint);
    this.presence.arrive({
      key: link.key,
      passId: link.pass.id,
      role: link.pass.role,
      page: viewer.page,
      roomId: viewer.page === "station" ? viewer.roomId : link.pass.roomId,
    });
    this.#presenceDirty = true;
    return endpoint;
  }

  /** The stage as this page may see it; null if nothing has happened since `lastSeq`. */
  show(link: Link, lastSeq: number | undefined): StageView | null {
    const { stage } = this;
    const guest = this.#guests.get(link.key);
    if (link.pass.role !== "participant") return lastSeq === stage.seq ? null : { for: "staff", stage };
    const view = participantView(stage, link.pass.id);
    if (guest !== undefined) guest.view = view;
    return lastSeq === stage.seq ? null : { for: "participant", stage: view };
  }

  /** The line to a page is lost. It keeps its place; its media rest after a moment, and end with the place. */
  lose(link: Link): void {
    const guest = this.#guests.get(link.key);
    if (guest === undefined || guest.link !== link) return;
    guest.endpoint.connected = false;
    this.presence.lose(link.key);
    this.#presenceDirty = true;
    guest.graceTimer = setTimeout(() => {
      guest.endpoint.fed = false;
      this.media.changed();
      guest.graceTimer = setTimeout(() => this.#drop(link.key), placeKept);
      guest.graceTimer.unref();
    }, fedFor);
    guest.graceTimer.unref();
  }

  /** A page leaves for good. */
  leave(link: Link): void {
    if (this.#guests.get(link.key)?.link !== link) return;
    this.#drop(link.key);
  }

  /** Every page of these passes is sent away: their media end now. */
  expel(passIds: readonly PassId[]): void {
    for (const [key, guest] of this.#guests) if (passIds.includes(guest.link.pass.id)) this.#drop(key);
  }

  /** Another connected page that publishes as this one would: the station of the same room. */
  stationOf(roomId: RoomId, except: string): Link | null {
    for (const { link, endpoint } of this.#guests.values()) {
      const { viewer } = endpoint;
      if (viewer.page === "station" && viewer.roomId === roomId && link.key !== except && endpoint.connected)
        return link;
    }
    return null;
  }

  stations(): readonly { readonly link: Link; readonly roomId: RoomId }[] {
    return [...this.#guests.values()].flatMap(({ link, endpoint }) =>
      endpoint.viewer.page === "station" ? [{ link, roomId: endpoint.viewer.roomId }] : [],
    );
  }

  endpoint(link: Link): Endpoint | null {
    const guest = this.#guests.get(link.key);
    return guest?.link === link ? guest.endpoint : null;
  }

  report(link: Link, report: LineReport): void {
    const guest = this.#guests.get(link.key);
    if (guest?.link !== link) return;
    guest.line = { ...report, ...this.#who(guest), at: this.#ports.now(), connected: true };
  }

  get present(): number {
    return this.presence.present().size;
  }

  close(): void {
    this.#unsubscribe();
    for (const timer of this.#timers) clearInterval(timer);
    for (const guest of this.#guests.values()) if (guest.graceTimer) clearTimeout(guest.graceTimer);
    this.#guests.clear();
    this.presence.close();
    this.media.close();
  }

  #to(endpoint: Endpoint): Link | null {
    return endpoint.connected ? (this.#guests.get(endpoint.key)?.link ?? null) : null;
  }

  #drop(key: string): void {
    const guest = this.#guests.get(key);
    if (guest === undefined) return;
    if (guest.graceTimer) clearTimeout(guest.graceTimer);
    this.#guests.delete(key);
    this.presence.leave(key);
    this.media.drop(key);
    this.media.rest();
    this.#presenceDirty = true;
  }

  #who(guest: Guest) {
    const { viewer } = guest.endpoint;
    return {
      passId: guest.link.pass.id,
      page: viewer.page,
      roomId: viewer.page === "participant" ? (this.stage.people[viewer.passId]?.roomId ?? null) : viewer.roomId,
    };
  }

  #tell(stage: Stage, before: Stage): void {
    this.media.changed();
    const chat = stage.chat === before.chat ? undefined : stage.chat.filter((message) => message.seq > before.seq);
    const patch: Partial<Stage> = { ...changedKeys(before, stage), ...(chat === undefined ? {} : { chat }) };
    if (patch.people !== undefined) this.#presenceDirty = true;
    for (const guest of this.#guests.values()) {
      if (!guest.endpoint.connected) continue;
      const { occurrenceId } = this;
      if (guest.link.pass.role !== "participant") {
        guest.link.say("stage", { occurrenceId, seq: stage.seq, patch });
        continue;
      }
      const view = participantView(stage, guest.link.pass.id);
      const mine = changedKeys(guest.view, view);
      guest.view = view;
      // What did not change anything that this person may see is not even hinted at.
      if (Object.keys(mine).every((key) => key === "seq")) continue;
      guest.link.say("stage", {
        occurrenceId,
        seq: stage.seq,
        patch: { ...mine, ...(chat === undefined ? {} : { chat }) },
      });
    }
  }

  #staff(): readonly Guest[] {
    return [...this.#guests.values()].filter(
      (guest) => guest.endpoint.connected && guest.link.pass.role !== "participant",
    );
  }

  #sayPresence(): void {
    if (!this.#presenceDirty) return;
    this.#presenceDirty = false;
    const members = this.presence.members();
    const people: PresentPerson[] = members.map((member) => {
      const person = this.stage.people[member.passId];
      return {
        passId: member.passId,
        name: person?.name ?? "",
        place: person?.place ?? "",
        role: member.role,
        page: member.page,
        roomId: person?.roomId ?? member.roomId,
        state: member.awaySince === null ? "here" : "away",
        since: member.awaySince ?? member.since,
      };
    });
    const { present } = this;
    const away = new Set(
      people
        .filter((person) => person.state === "away" && !this.presence.isPresent(person.passId))
        .map((person) => person.passId),
    ).size;
    for (const guest of this.#guests.values()) {
      if (!guest.endpoint.connected) continue;
      guest.link.say(
        "presence",
        guest.link.pass.role === "participant" ? { present, away: 0 } : { present, away, people },
      );
    }
  }

  #sayLines(): void {
    const staff = this.#staff();
    if (staff.length === 0) return;
    const lines = [...this.#guests.values()].flatMap((guest) =>
      guest.line === null ? [] : [{ ...guest.line, ...this.#who(guest), connected: guest.endpoint.connected }],
    );
    for (const guest of staff) guest.link.say("lines", lines);
  }

  #sayLevels(): void {
    const consoles = this.#staff().filter((guest) => guest.endpoint.viewer.page === "console");
    if (consoles.length === 0) return;
    const levels = this.media.levels();
    for (const guest of consoles) guest.link.say("levels", levels);
  }

  /** What a person who leaves gives up: the hand or the floor, an open microphone. */
  static belongings(stage: Stage, passId: PassId): readonly ("lowerHand" | "yieldFloor" | "closeMic")[] {
    const entry = entryOf(stage, passId);
    const gives: ("lowerHand" | "yieldFloor" | "closeMic")[] = [];
    if (entry !== undefined) gives.push("calledAt" in entry ? "yieldFloor" : "lowerHand");
    if (stage.openMics.includes(passId)) gives.push("closeMic");
    return gives;
  }
}
