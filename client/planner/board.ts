import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { ConferenceId, GroupId } from "../../shared/ids.ts";
import { burdens, unavoidable } from "../../shared/plan/burden.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { emptyPlan } from "../../shared/plan/edits/apply.ts";
import type { Conference, Plan } from "../../shared/plan/model.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { PlanAnswer, PlanCommand, PlanCommandName, PlanInput } from "../../shared/protocol/plan.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { Input } from "../../shared/protocol/table.ts";
import { at } from "../../shared/record.ts";
import { CallError } from "../session/contract.ts";
import type { Connection } from "../session/contract.ts";
import { keepConference, lastConference } from "../session/lastconference.ts";
import { randomId } from "../session/tab.ts";
import { until } from "../session/until.ts";
import { ticking } from "../ui/ticking.ts";
import type { Board, FormRequest, Moving, Ruler } from "./contract.ts";
import { followDraft } from "./copy.ts";
import { openFilter, shownBy } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { placeInAddress } from "./place.ts";
import { followSuggestions } from "./suggest/followed.ts";
import type { Suggestions } from "./suggest/followed.ts";

/** The board with what only the frame of the page uses. */
export interface OpenBoard extends Board {
  readonly filter: Filter;
  readonly suggestions: Suggestions;
  /** Those that this pass may see, by name. */
  readonly conferences: ReadonlySignal<readonly Conference[]>;
  /** What was sent when `refused` came. */
  readonly refusedCommand: ReadonlySignal<PlanCommand | null>;
  /** What was done last, in words for those who do not see it; "" at first. */
  readonly said: ReadonlySignal<string>;
  say(words: string): void;
  /** `edit` by somebody who looked at the plan as it was after edit `seq`: a form that has been open for a while. */
  editSince<Name extends PlanCommandName>(
    seq: number,
    name: Name,
    input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
  ): Promise<PlanAnswer<Name>>;
}

const utc: Ruler = { zone: "Etc/UTC", city: "UTC" };

export function openBoard(connection: Connection): OpenBoard {
  const copy = followDraft(connection);
  const { where, go } = placeInAddress();
  const plan = computed<Plan>(() => copy.view.value?.plan ?? emptyPlan);
  const seq = computed(() => copy.view.value?.seq ?? 0);
  const wanted = signal(lastConference());
  const rulerWanted = signal<Ruler | null>(null);
  const conferences = computed(() => conferencesOf(plan.value, copy.view.value?.conferenceId ?? null));
  const conference = computed(
    () => conferences.value.find(({ id }) => id === wanted.value) ?? conferences.value[0] ?? null,
  );
  const conferenceId = computed(() => conference.value?.id ?? null);
  const found = computed(() =>
    conferenceId.value === null ? [] : conflicts(plan.value, copy.zones.value, conferenceId.value),
  );
  const filter = openFilter();
  const mayEdit = computed(() => copy.view.value !== null && copy.view.value.only === null);
  const inFlight = signal(0);
  const refused = signal<unknown>(null);
  const refusedCommand = signal<PlanCommand | null>(null);
  const said = signal("");
  const unanswered = new Map<string, string>();

  async function editSince<Name extends PlanCommandName>(
    baseSeq: number,
    name: Name,
    input: Omit<PlanInput<Name>, "commandId" | "baseSeq">,
  ): Promise<PlanAnswer<Name>> {
    const same = `${name} ${JSON.stringify(input)}`;
    const commandId = unanswered.get(same) ?? randomId();
    unanswered.set(same, commandId);
    refused.value = null;
    inFlight.value += 1;
    try {
      // One command, seen as an entry of the table: its answer is `Done` of what the command gives.
      const answer = await connection.call(name, { ...input, commandId, baseSeq } as Input<Name>);
      unanswered.delete(same);
      const done = answer as { readonly seq: number; readonly value: PlanAnswer<Name> };
      await until(() => seq.value >= done.seq || connection.state.value === "closed");
      return done.value;
    } catch (error) {
      // Answered, and with no: the next try is another command. What was never answered keeps its id.
      if (error instanceof CallError && !error.failure.retry) unanswered.delete(same);
      refusedCommand.value = { name, input } as PlanCommand;
      refused.value = error;
      throw error;
    } finally {
      inFlight.value -= 1;
    }
  }

  const edit: OpenBoard["edit"] = (name, input) => editSince(seq.peek(), name, input);

  return {
    connection,
    time: ticking(() => connection.now()),
    view: copy.view,
    failure: copy.failure,
    plan,
    seq,
    zones: copy.zones,
    conferences,
    conference,
    chooseConference(id) {
      keepConference(id);
      wanted.value = id;
      rulerWanted.value = null;
      filter.clear();
      go({ view: "overview", day: null, occurrenceId: null });
    },
    where,
    go,
    ruler: computed(() => rulerWanted.value ?? ownRuler(copy.view.value) ?? rulerOf(plan.value, conference.value)),
    chooseRuler(ruler) {
      rulerWanted.value = ruler;
    },
    conflicts: found,
    burdens: computed(() => burdens(plan.value, copy.zones.value, conferenceId.value ?? ("" as ConferenceId))),
    unavoidable: whenIdle(plan, copy.zones, conferenceId),
    mayEdit,
    suggestions: followSuggestions({ connection, conferenceId, mayEdit }),
    shown: shownBy(filter, { plan, conferenceId, conflicts: found }),
    filter,
    form: signal<FormRequest | null>(null),
    moving: signal<Moving | null>(null),
    busy: computed(() => inFlight.value > 0),
    refused,
    refusedCommand,
    said,
    say(words) {
      said.value = words;
    },
    edit,
    editSince,
    run: ({ name, input }: PlanCommand) => edit(name, input),
  };
}

function conferencesOf(plan: Plan, only: ConferenceId | null): readonly Conference[] {
  return Object.values(plan.conferences)
    .filter((each): each is Conference => each !== undefined && (only === null || each.id === only))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Room keepers and group contacts look at their own place. */
function ownRuler(view: PlannerView | null): Ruler | null {
  if (view === null || view.only === null) return null;
  const place = at(view.plan.rooms, view.only.roomId ?? "") ?? at(view.plan.groups, view.only.groupId ?? "");
  return place === undefined ? null : { zone: place.zone, city: place.city };
}

/** The conference's own time; while nobody has given it a city, that of its first room. */
function rulerOf(plan: Plan, conference: Conference | null): Ruler {
  if (conference === null) return utc;
  if (conference.zone !== "Etc/UTC") return { zone: conference.zone, city: conference.city };
  const rooms = Object.values(plan.rooms).flatMap((room) => (room?.conferenceId === conference.id ? [room] : []));
  const [first] = rooms.sort((a, b) => a.position - b.position);
  return first === undefined
    ? { zone: conference.zone, city: conference.city }
    : { zone: first.zone, city: first.city };
}

/** Reckoned some time after the plan has come to rest: it looks at every possible start of every session. */
function whenIdle(
  plan: ReadonlySignal<Plan>,
  zones: ReadonlySignal<Zones>,
  conferenceId: ReadonlySignal<ConferenceId | null>,
): ReadonlySignal<ReadonlyMap<GroupId, number> | null> {
  const result = signal<ReadonlyMap<GroupId, number> | null>(null);
  effect(() => {
    const [draft, data, id] = [plan.value, zones.value, conferenceId.value];
    result.value = null;
    if (id === null || at(draft.conferences, id) === undefined) return undefined;
    return soon(() => {
      result.value = unavoidable(draft, data, id);
    });
  });
  return result;
}

/** Rest before something that takes long is begun (milliseconds). */
const pause = 400;

/** Runs when nothing else is to be done; the answer takes it back. Safari has no `requestIdleCallback`. */
function soon(act: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(act);
    else act();
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
