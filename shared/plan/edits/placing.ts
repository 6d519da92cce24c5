import type { Occurrence, Plan, Start } from "../model.ts";
import { linkName, playing } from "../suggest/options.ts";
import { find, sameThing } from "./apply.ts";
import { badField, refused, refusedFor } from "./ground.ts";
import type { Checked, EditResult, Ground, InputFor } from "./ground.ts";
import { saneStart } from "./occurrences.ts";
import { Rewrite } from "./rewrite.ts";

type Input = InputFor<"placeOccurrences">;
type Given = Input["placements"][number];

/**
 * Many occurrences of one conference at other times, and links of theirs as playback, in one edit. A pinned one keeps its
 * time (`pinned`): only a person moves it. The host's link stays live. A wall time is reckoned anew, as when one moves.
 */
export function placeOccurrences(plan: Plan, { conferenceId, placements }: Input, ground: Ground): EditResult {
  const conference = find(plan, "conferences", conferenceId);
  if (conference === undefined) return refused("not-found");
  const rewrite = new Rewrite(plan);
  const named = new Set<string>();
  for (const [i, given] of placements.entries()) {
    const path = `placements.${i}`;
    const occurrence = find(plan, "occurrences", given.occurrenceId);
    const session = occurrence && find(plan, "sessions", occurrence.sessionId);
    if (occurrence === undefined || session?.conferenceId !== conferenceId)
      return missing(`${path}.occurrenceId`, "no such occurrence in this conference");
    if (named.has(occurrence.id)) return badField(`${path}.occurrenceId`, "is named twice");
    named.add(occurrence.id);
    const start = startFor(occurrence, given, path, ground);
    if (!start.ok) return start;
    const links = linksFor(occurrence, session.hostRoomId, given, path);
    if (!links.ok) return links;
    rewrite.put("occurrences", { ...occurrence, start: start.value, links: links.value });
  }
  return { ok: true, changes: rewrite.changes(), subject: conference.name, answer: null };
}

function startFor(
  { start: before, pinned }: Occurrence,
  { start }: Given,
  path: string,
  ground: Ground,
): Checked<Start | null> {
  const made: Checked<Start | null> =
    start === null ? { ok: true, value: null } : saneStart(ground, start, `${path}.start.wall`);
  if (!made.ok || !pinned || sameThing(made.value, before)) return made;
  const fields = [{ path: `${path}.occurrenceId`, why: "is pinned" }];
  return refused("pinned", { kind: "fields", fields });
}

function linksFor(
  { links }: Occurrence,
  hostRoomId: string | null,
  { playback = [] }: Given,
  path: string,
): Checked<Occurrence["links"]> {
  const there = new Set(links.map(linkName));
  for (const [i, name] of playback.entries()) {
    if (!there.has(name)) return missing(`${path}.playback.${i}`, "no such link");
    if (hostRoomId !== null && name === linkName({ kind: "room", id: hostRoomId }))
      return badField(`${path}.playback.${i}`, "the host room is live");
  }
  return { ok: true, value: playing(links, new Set(playback)) };
}

function missing(path: string, why: string) {
  return refusedFor([{ path, why, missing: true }]);
}
