import { standing } from "../../shared/plan/journal.ts";
import type { Edit } from "../../shared/plan/model.ts";
import type { Request } from "../../shared/protocol/define.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import type { PlanCommandName } from "../../shared/protocol/plan.ts";
import type { DraftInfo, EditsNotice, PlannerView } from "../../shared/protocol/planner.ts";
import type { Output, Parsed } from "../../shared/protocol/table.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import { at } from "../../shared/record.ts";
import { editSeen, journalSeen, planSeen, seesAll } from "../plan/seen.ts";
import { zonesOfChanges, zonesOfPlan } from "../plan/zonesof.ts";
import type { Handlers } from "./dispatch.ts";
import { fieldsOf, Refused, unwrap } from "./refusal.ts";
import type { Services } from "./services.ts";
import type { Visitor } from "./visitor.ts";

type PlannerHandlers = Pick<Handlers, "planner" | PlanCommandName>;

/** How many of the newest edits are named to a page that opens. */
const named = 50;

/** One command of the plan: parsed by the table, decided by the draft. */
const command =
  <Name extends PlanCommandName>(name: Name) =>
  async (input: Parsed<Name>, { pass }: Visitor, { draft }: Services) =>
    unwrap(await draft.execute(name, input, pass));

export const plannerHandlers: PlannerHandlers = {
  planner(_input, visitor, services) {
    visitor.plans = true;
    return plannerView(visitor, services);
  },
  createConference: command("createConference"),
  updateConference: command("updateConference"),
  duplicateConference: command("duplicateConference"),
  removeConference: command("removeConference"),
  createVenue: command("createVenue"),
  updateVenue: command("updateVenue"),
  removeVenue: command("removeVenue"),
  createRoom: command("createRoom"),
  updateRoom: command("updateRoom"),
  removeRoom: command("removeRoom"),
  createGroup: command("createGroup"),
  updateGroup: command("updateGroup"),
  removeGroup: command("removeGroup"),
  createPerson: command("createPerson"),
  updatePerson: command("updatePerson"),
  removePerson: command("removePerson"),
  createPool: command("createPool"),
  updatePool: command("updatePool"),
  removePool: command("removePool"),
  useInConference: command("useInConference"),
  createSession: command("createSession"),
  updateSession: command("updateSession"),
  moveOccurrence: command("moveOccurrence"),
  addOccurrence: command("addOccurrence"),
  removeOccurrence: command("removeOccurrence"),
  placeOccurrences: command("placeOccurrences"),
  removeSession: command("removeSession"),
  duplicateSession: command("duplicateSession"),
  duplicateDay: command("duplicateDay"),
  pasteSessions: command("pasteSessions"),
  importPlan: command("importPlan"),
  chooseZoneData: command("chooseZoneData"),
  undo: command("undo"),
  redo: command("redo"),
  release: command("release"),
};

/**
 * The same with input as it came over the wire, from whom the role has not been asked yet: for HTTP.
 * Throws `Refused`: `forbidden`, `bad-request` with the fields, or what the draft refuses.
 */
export async function orderEdit<Name extends PlanCommandName>(
  name: Name,
  sent: unknown,
  pass: PassInfo,
  { draft }: Services,
): Promise<Output<Name>> {
  const request: Request = planCommands[name];
  if (!request.who.includes(pass.role)) throw new Refused("forbidden");
  const parsed = request.input.safeParse(sent);
  if (!parsed.success) throw new Refused("bad-request", fieldsOf(parsed.error));
  return unwrap(await draft.execute(name, parsed.data as Parsed<Name>, pass)) as Output<Name>;
}

/** What a planner's page shows, as its role sees it. */
function plannerView({ pass, zone }: Visitor, services: Services): PlannerView {
  const { draft, zones } = services;
  const all = seesAll(pass);
  const plan = all ? draft.plan : planSeen(draft.plan, pass.conferenceId);
  return {
    seq: draft.seq,
    plan,
    // Also what a page counts in while the plan names no zone yet, or beside those that it names.
    zones: zones.packed([...zonesOfPlan(plan), "Etc/UTC", zone]),
    drafts: draftsSeen(pass, services),
    phases: phasesSeen(pass, services),
    journal: all
      ? draft.journal()
      : journalSeen(draft.editsAfter(draft.seq - named), pass.conferenceId, draft.plan).toReversed(),
    mine: draft.mine(pass.id),
    own: ownEdits(pass, services),
    only: all ? null : { roomId: pass.roomId, groupId: pass.groupId },
    conferenceId: pass.conferenceId,
  };
}

/** An edit as an open planner is told of it, right after it was done. */
export function editsNotice(pass: PassInfo, edit: Edit, services: Services): EditsNotice {
  const { draft, zones } = services;
  const seen = seesAll(pass) ? edit : editSeen(edit, pass.conferenceId, draft.plan);
  return {
    edits: [seen],
    zones: zones.packed(zonesOfChanges(seen.changes)),
    drafts: draftsSeen(pass, services),
    mine: draft.mine(pass.id),
    own: ownEdits(pass, services),
  };
}

/** What undoes one of the named edits comes after it, so it is looked for among them alone. */
function ownEdits(pass: PassInfo, { draft }: Services): readonly number[] {
  return standing(draft.editsAfter(draft.seq - named))
    .flatMap(({ seq, by }) => (by === pass.id ? [seq] : []))
    .toSorted((a, b) => b - a);
}

/** What was opened, of the sessions that a pass sees. */
export function phasesSeen(pass: PassInfo, { draft, plan, lives }: Services): PlannerView["phases"] {
  const phases = plan.phases(lives.phaseOf);
  if (seesAll(pass)) return phases;
  const { occurrences, sessions } = draft.plan;
  return Object.fromEntries(
    Object.entries(phases).filter(([id]) => {
      const occurrence = at(occurrences, id);
      return occurrence !== undefined && at(sessions, occurrence.sessionId)?.conferenceId === pass.conferenceId;
    }),
  );
}

function draftsSeen(pass: PassInfo, { draft }: Services): Readonly<Record<string, DraftInfo>> {
  const infos = draft.infos();
  if (seesAll(pass) || pass.conferenceId === null) return infos;
  const own = at(infos, pass.conferenceId);
  return own === undefined ? {} : { [pass.conferenceId]: own };
}
