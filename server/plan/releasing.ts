import type { ConferenceId, Instant, OccurrenceId, PassId } from "../../shared/ids.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import type { Detail } from "../../shared/plan/detail.ts";
import { sameThing } from "../../shared/plan/edits/apply.ts";
import { planFile } from "../../shared/plan/file.ts";
import type { Change, Edit, Plan, PlanFile } from "../../shared/plan/model.ts";
import { changedSince } from "../../shared/plan/release.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import { at } from "../../shared/record.ts";
import type { Phase } from "../../shared/stage/model.ts";
import { entriesOf } from "./book.ts";
import type { Entry } from "./book.ts";

export interface RefusedEdit {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly detail: Detail | null;
}

export const refuse = (code: ErrorCode, detail: Detail | null = null): RefusedEdit => ({ ok: false, code, detail });

export function refuseFields(code: ErrorCode, paths: readonly string[], why: string): RefusedEdit {
  return refuse(code, { kind: "fields", fields: paths.map((path) => ({ path, why })) });
}

/**
 * The frozen copy that a release of the draft would be. Refused: `already` if nothing has changed since `former`, or if
 * sessions that are live or have ended would change or vanish (they are named); `conflicts` with the keys of the errors
 * that `despite` does not name.
 */
export function decideRelease(
  plan: Plan,
  zones: Zones,
  asked: { readonly conferenceId: ConferenceId; readonly despite: readonly string[] },
  former: PlanFile | null,
  phaseOf: (id: OccurrenceId) => Phase,
): { readonly ok: true; readonly file: PlanFile } | RefusedEdit {
  const { conferenceId } = asked;
  if (at(plan.conferences, conferenceId) === undefined) return refuse("not-found");
  if (former !== null && changedSince(plan, former, conferenceId) === 0) return refuse("already");
  const despite = new Set(asked.despite);
  const keys = conflicts(plan, zones, conferenceId)
    .filter(({ weight, key }) => weight === "error" && !despite.has(key))
    .map(({ key }) => key);
  if (keys.length > 0) return refuse("conflicts", { kind: "conflicts", keys });
  const file = planFile(plan, conferenceId);
  const occurrenceIds = former === null ? [] : startedIn(former, file, zones, phaseOf);
  if (occurrenceIds.length > 0) return refuse("already", { kind: "started", occurrenceIds });
  return { ok: true, file };
}

/** What is live or has ended by the former release and would be otherwise, or not at all, by the new one. */
function startedIn(
  former: PlanFile,
  file: PlanFile,
  zones: Zones,
  phaseOf: (id: OccurrenceId) => Phase,
): readonly OccurrenceId[] {
  const now = new Map(entriesOf(file, zones).map((entry) => [entry.occurrence.id, entry]));
  return entriesOf(former, zones)
    .filter(({ occurrence }) => phaseOf(occurrence.id) !== "waiting")
    .filter((entry) => !sameThing(seenOf(entry), seenOf(now.get(entry.occurrence.id))))
    .map(({ occurrence }) => occurrence.id);
}

/** What stages and pages see of an occurrence: not its order, its people, or which zone data made its instant. */
function seenOf(entry: Entry | undefined) {
  if (entry === undefined) return null;
  const { occurrence, session } = entry;
  const { start, startsAt, endsAt, roomIds } = occurrence;
  return {
    wall: start.wall,
    zone: start.zone,
    startsAt,
    endsAt,
    roomIds,
    title: session.title,
    host: session.hostRoomId,
  };
}

/** The titles of what a release still has to come or has live; a conference with such cannot be removed. */
export function standing(
  released: PlanFile,
  zones: Zones,
  phaseOf: (id: OccurrenceId) => Phase,
  now: Instant,
): readonly string[] {
  return entriesOf(released, zones)
    .filter(({ occurrence }) => {
      const phase = phaseOf(occurrence.id);
      // One that nobody has opened in its time will not be opened any more.
      return phase === "live" || (phase === "waiting" && occurrence.endsAt > now);
    })
    .map(({ session }) => session.title);
}

/**
 * Paths of a file's ids that are in another conference's release. The draft may have forgotten that conference, but stages keep
 * their logs by these ids, and pages find rooms by them.
 */
export function releasedElsewhere(file: ImportedIds, released: readonly PlanFile[]): readonly string[] {
  const others = released.filter(({ conference }) => conference.id !== file.conference.id);
  return (["rooms", "occurrences"] as const).flatMap((kind) => {
    const taken = new Set<string>(others.flatMap((other) => other[kind].map(({ id }) => id)));
    return file[kind].flatMap(({ id }, i) => (taken.has(id) ? [`${kind}.${i}.id`] : []));
  });
}

interface ImportedIds {
  readonly conference: { readonly id: string };
  readonly rooms: readonly { readonly id: string }[];
  readonly occurrences: readonly { readonly id: string }[];
}

/**
 * Somebody else's newest edit of a conference after `since`: who releases it has not seen that, and it would go out
 * with the rest. Null: there is none.
 */
export function unseenEdit(
  edits: readonly Edit[],
  plan: Plan,
  { conferenceId, since, by }: { readonly conferenceId: ConferenceId; readonly since: number; readonly by: PassId },
): Edit | null {
  const unseen = edits.findLast(
    (edit) => edit.seq > since && edit.by !== by && edit.changes.some((change) => isOf(conferenceId, change, plan)),
  );
  return unseen ?? null;
}

function isOf(conferenceId: ConferenceId, { kind, id, before, after }: Change, plan: Plan): boolean {
  if (kind === "conferences") return id === conferenceId;
  return [before, after].some((thing) => {
    if (thing === null) return false;
    if ("conferenceIds" in thing) return thing.conferenceIds.includes(conferenceId);
    if ("conferenceId" in thing) return thing.conferenceId === conferenceId;
    return "sessionId" in thing && at(plan.sessions, thing.sessionId)?.conferenceId === conferenceId;
  });
}
