import type { DtlsParameters, RtpParameters } from "mediasoup/types";
import type { PassId } from "../../shared/ids.ts";
import type { Attached, PassInfo } from "../../shared/protocol/views.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import { entryOf } from "../../shared/stage/places.ts";
import type { Viewer } from "../../shared/stage/feeds.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { newId } from "../ids.ts";
import type { Endpoint } from "../media/endpoint.ts";
import type { Handlers } from "./dispatch.ts";
import type { LiveStage } from "./livestage.ts";
import { Refused } from "./refusal.ts";
import type { Services } from "./services.ts";
import type { Visitor } from "./visitor.ts";

/** How many tabs one pass may have in one session. */
const tabsPerPass = 6;

type SessionHandlers = Pick<
  Handlers,
  | "attach"
  | "leave"
  | "forget"
  | "listen"
  | "look"
  | "preview"
  | "report"
  | "connectTransport"
  | "restartIce"
  | "openSend"
  | "produce"
  | "unpublish"
  | "feedsReady"
  | "clock"
  | "places"
>;

/** Joining, looking, and the media underneath. */
export const sessionHandlers: SessionHandlers = {
  async attach(input, visitor, services): Promise<Attached> {
    const { access, plan, lives, now } = services;
    if (!plan.isWithin(visitor.pass, input.occurrenceId)) throw new Refused("not-found");
    const viewer = viewerOf(input, visitor.pass);
    const live = await lives.get(input.occurrenceId);
    if (live === null) throw new Refused("not-found");
    if (viewer.page === "station" && !live.stage.roomIds.includes(viewer.roomId)) throw new Refused("not-found");
    // A removed person's browser stays out, whatever pass it brings.
    const browser = access.browserOf(visitor.pass.id);
    if (live.stage.removed.some((passId) => passId === visitor.pass.id || access.browserOf(passId) === browser))
      throw new Refused("removed");
    if (viewer.page === "station") takeRoom(live, viewer.roomId, visitor, input.takeOver);
    const tabs = live.presence
      .members()
      .filter((member) => member.passId === visitor.pass.id && member.key !== visitor.key && member.awaySince === null);
    if (tabs.length >= tabsPerPass) throw new Refused("too-many");

    if (visitor.live !== null && visitor.live !== live) visitor.live.leave(visitor);
    visitor.live = live;
    const endpoint = live.arrive(visitor, viewer);
    await introduceStaff(live, visitor, services);
    const media =
      input.media === null
        ? null
        : await live.media.receive(endpoint, input.media.rtpCapabilities, input.media.keep, input.media.down);
    live.media.changed();
    const occurrence = plan.occurrenceInfo(input.occurrenceId, live.stage.phase, now());
    if (occurrence === null) throw new Refused("not-found");
    return {
      seq: live.stage.seq,
      view: live.show(visitor, input.lastSeq),
      occurrence,
      media,
      sends: endpoint.sends,
      present: live.present,
    };
  },

  async leave(_input, visitor) {
    const live = attachedTo(visitor).live;
    visitor.live = null;
    live.leave(visitor);
    await giveUp(live, visitor.pass);
    return null;
  },

  async forget(_input, visitor, services) {
    if (visitor.live !== null) await giveUp(visitor.live, visitor.pass);
    await services.access.endPass(visitor.pass.id, "forgotten");
    return null;
  },

  listen({ on, headphones }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    endpoint.viewer =
      endpoint.viewer.page === "participant"
        ? { ...endpoint.viewer, listening: on, headphones }
        : { ...endpoint.viewer, listening: on };
    live.media.changed();
    return null;
  },

  look({ glass }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    if (endpoint.viewer.glass === glass) return null;
    endpoint.viewer = { ...endpoint.viewer, glass };
    live.media.changed();
    return null;
  },

  preview({ scene }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    if (endpoint.viewer.page !== "console") throw new Refused("forbidden");
    endpoint.viewer = { ...endpoint.viewer, preview: scene };
    live.media.changed();
    return null;
  },

  report(input, visitor) {
    attachedTo(visitor).live.report(visitor, input);
    return null;
  },

  async connectTransport({ transportId, dtlsParameters }, visitor) {
    const { endpoint } = attachedTo(visitor);
    if (!(await endpoint.connect(transportId, dtlsParameters as DtlsParameters))) throw new Refused("not-found");
    return null;
  },

  async restartIce({ transportId }, visitor) {
    const iceParameters = await attachedTo(visitor).endpoint.restartIce(transportId);
    if (iceParameters === null) throw new Refused("not-found");
    return { iceParameters };
  },

  async openSend(_input, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    if (endpoint.sends.length === 0) throw new Refused("not-wanted");
    return live.media.openSend(endpoint);
  },

  async produce({ transportId, track, rtpParameters, takeOver }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    const send = endpoint.sends.find((wanted) => wanted.track === track);
    if (send === undefined) throw new Refused("not-wanted");
    const holder = live.media.holderOf(send.source);
    if (holder !== null && holder !== endpoint && holder.connected && !takeOver) throw new Refused("in-use-elsewhere");
    const producer = await live.media.produce(endpoint, send, transportId, rtpParameters as RtpParameters);
    if (producer === null) throw new Refused("not-found");
    return { producerId: producer.id };
  },

  unpublish({ track }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    live.media.unpublish(endpoint, track);
    return null;
  },

  feedsReady({ ids }, visitor) {
    const { live, endpoint } = attachedTo(visitor);
    endpoint.receiving.confirm(ids);
    live.media.changed();
    return null;
  },

  clock({ zone, city }, _visitor, { zones, now }) {
    const clock = zones.clockOf(zone, city ?? null, now());
    if (clock === null) throw new Refused("unknown-zone");
    return clock;
  },

  async places({ query }, _visitor, { places, now }) {
    return places.search(query, now());
  },
};

/** Where the page is; refuses one that is nowhere. */
export function attachedTo(visitor: Visitor): { readonly live: LiveStage; readonly endpoint: Endpoint } {
  const { live } = visitor;
  const endpoint = live?.endpoint(visitor) ?? null;
  if (live === null || endpoint === null) throw new Refused("not-attached");
  return { live, endpoint };
}

function viewerOf(input: Parsed<"attach">, pass: PassInfo): Viewer {
  const { page, listening, headphones, glass } = input;
  const passId = pass.id;
  switch (page) {
    case "participant":
      return { page, passId, listening, headphones, glass };
    case "station":
      if (pass.role !== "operator" || pass.roomId === null) throw new Refused("forbidden");
      return { page, passId, roomId: pass.roomId, listening, glass };
    case "console":
      if (pass.role === "participant") throw new Refused("forbidden");
      return { page, passId, roomId: pass.role === "operator" ? pass.roomId : null, listening, glass, preview: null };
  }
}

function takeRoom(live: LiveStage, roomId: Parsed<"openRoom">["roomId"], visitor: Visitor, takeOver: boolean): void {
  const other = live.stationOf(roomId, visitor.key);
  if (other === null) return;
  if (!takeOver) throw new Refused("room-taken");
  other.say("goodbye", { why: "taken-over" });
  live.leave(other);
}

/** Staff are known by their invite's label and their room's city until they choose another name. */
async function introduceStaff(live: LiveStage, visitor: Visitor, { plan }: Services): Promise<void> {
  const { pass } = visitor;
  if (pass.role === "participant" || live.stage.people[pass.id] !== undefined || live.stage.phase === "ended") return;
  const room = pass.roomId === null ? null : plan.room(pass.roomId);
  const name = pass.label.slice(0, 40) || (room?.name ?? pass.role);
  await live.runner.execute(
    { type: "introduce", name, place: room?.city ?? "", roomId: pass.roomId },
    () => live.actor(pass),
    { commandId: newId<"CommandId">() },
  );
}

/** Who leaves gives up the hand or the floor, unless another tab of theirs is still here. */
async function giveUp(live: LiveStage, pass: PassInfo): Promise<void> {
  if (pass.role === "organiser" || live.presence.isPresent(pass.id)) return;
  for (const type of belongings(live.stage, pass.id)) {
    const entryId = entryOf(live.stage, pass.id)?.id;
    const envelope = { commandId: newId<"CommandId">() };
    if (type !== "lowerHand") await live.runner.execute({ type }, () => live.actor(pass), envelope);
    else if (entryId !== undefined) await live.runner.execute({ type, entryId }, () => live.actor(pass), envelope);
  }
}

/** What a person who leaves gives up: the hand or the floor, an open microphone. */
function belongings(stage: Stage, passId: PassId): readonly ("lowerHand" | "yieldFloor" | "closeMic")[] {
  const entry = entryOf(stage, passId);
  const gives: ("lowerHand" | "yieldFloor" | "closeMic")[] = [];
  if (entry !== undefined) gives.push("calledAt" in entry ? "yieldFloor" : "lowerHand");
  if (stage.openMics.includes(passId)) gives.push("closeMic");
  return gives;
}
