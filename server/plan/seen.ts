import type { ConferenceId, SessionId } from "../../shared/ids.ts";
import { applyChanges, emptyPlan, sameThing } from "../../shared/plan/edits/apply.ts";
import type { Change, Edit, Kind, Plan, Things } from "../../shared/plan/model.ts";
import type { EditName } from "../../shared/plan/detail.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";

/** Of which conference is this session? Null: unknown. */
type ConferenceOf = (sessionId: SessionId) => ConferenceId | null;

/** Does this pass see the plan of the whole installation, or (room keepers, group contacts) its conference without people and pools? */
export function seesAll({ role }: Pick<PassInfo, "role">): boolean {
  return role === "organiser" || role === "scheduler";
}

/** The plan as who is shut in one conference sees it. */
export function planSeen(plan: Plan, own: ConferenceId | null): Plan {
  const conferenceOf: ConferenceOf = (id) => at(plan.sessions, id)?.conferenceId ?? null;
  const all = Object.entries(plan).flatMap(([kind, things]) =>
    Object.entries(things).map(([id, after]) => ({ kind, id, before: null, after }) as Change),
  );
  return applyChanges(
    emptyPlan,
    all.map((change) => changeSeen(change, own, conferenceOf)).filter((one) => one !== null),
  );
}

/**
 * An edit as who is shut in one conference is told of it: changes that they do not see are left out, and where nothing is
 * left, so is what it was about. `plan` is the plan after it.
 */
export function editSeen(edit: Edit, own: ConferenceId | null, plan: Plan): Edit {
  const gone = new Map(
    edit.changes.flatMap((change) =>
      change.kind === "sessions" && change.before !== null ? [[change.before.id, change.before.conferenceId]] : [],
    ),
  );
  const conferenceOf: ConferenceOf = (id) => at(plan.sessions, id)?.conferenceId ?? gone.get(id) ?? null;
  const changes = edit.changes
    .map((change) => changeSeen(change, own, conferenceOf))
    .filter((change) => change !== null);
  return changes.length === 0 ? { ...edit, changes, author: "", subject: "" } : { ...edit, changes };
}

/** The names of edits that touched what is seen. */
export function journalSeen(edits: readonly Edit[], own: ConferenceId | null, plan: Plan): readonly EditName[] {
  return edits
    .map((edit) => editSeen(edit, own, plan))
    .filter(({ changes }) => changes.length > 0)
    .map(({ seq, at: when, author, command, subject }) => ({ seq, at: when, author, command, subject }));
}

function changeSeen(change: Change, own: ConferenceId | null, conferenceOf: ConferenceOf): Change | null {
  const { kind, id } = change;
  const before = thingSeen(kind, change.before, own, conferenceOf);
  const after = thingSeen(kind, change.after, own, conferenceOf);
  // What differs only in what is not seen (who is needed, which other conference uses a group) has not changed for them.
  // Both come from things of this kind.
  return sameThing(before, after) ? null : ({ kind, id, before, after } as Change);
}

function thingSeen(
  kind: Kind,
  thing: Things[Kind] | null,
  own: ConferenceId | null,
  conferenceOf: ConferenceOf,
): Things[Kind] | null {
  if (thing === null || own === null || kind === "people" || kind === "pools") return null;
  if (kind === "conferences") return (thing.id as string) === own ? thing : null;
  // People are not seen, and so not named either; nor are other conferences.
  if ("personIds" in thing) return thing.conferenceId === own ? { ...thing, personIds: [] } : null;
  if ("conferenceIds" in thing) return thing.conferenceIds.includes(own) ? { ...thing, conferenceIds: [own] } : null;
  if ("conferenceId" in thing) return thing.conferenceId === own ? thing : null;
  return "sessionId" in thing && conferenceOf(thing.sessionId) === own ? thing : null;
}
