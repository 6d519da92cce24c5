import type { ConferenceId, Instant } from "../../shared/ids.ts";
import type { Conflict } from "../../shared/plan/conflict.ts";
import { dateTime } from "../../shared/plan/luxonzone.ts";
import { mendsFor } from "../../shared/plan/mends.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { ledgerOf } from "../../shared/plan/suggest/ledger.ts";
import { ledgerWords } from "../../shared/plan/suggest/words.ts";
import { conflictWords, mendWords, noMendWords } from "../../shared/plan/words.ts";
import type { PlanLocale } from "../../shared/plan/words.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import type { PlanCommand } from "../../shared/protocol/plan.ts";

/** In whose words. */
export interface Told {
  readonly plan: Plan;
  readonly zones: Zones;
  readonly locale: PlanLocale;
}

/** A conflict as scripts are told it. */
export type ConflictAnswer = Pick<Conflict, "key" | "kind" | "weight"> & {
  readonly occurrenceIds: Conflict["occurrenceIds"][number][];
  readonly from: Instant;
  readonly to: Instant;
  readonly localFrom: string;
  readonly localTo: string;
  readonly city: string;
  readonly zone: string;
  readonly title: string;
  readonly text: string;
};

export function conflictAnswer(conflict: Conflict, { plan, zones, locale }: Told): ConflictAnswer {
  const { key, kind, weight, occurrenceIds, when } = conflict;
  const local = (instant: Instant): string => localIso(zones, when.zone, instant);
  return {
    key,
    kind,
    weight,
    occurrenceIds: [...occurrenceIds],
    ...when,
    localFrom: local(when.from),
    localTo: local(when.to),
    ...conflictWords(plan, zones, conflict, locale),
  };
}

/** "2020-01-10T19:00:00+02:00" */
function localIso(zones: Zones, zone: string, instant: Instant): string {
  const text = dateTime(zones, zone, instant, "en").toISO({ suppressMilliseconds: true });
  if (text === null) throw new RangeError(`no such instant: ${instant}`);
  return text;
}

export interface MendsAnswer {
  readonly mends: { readonly text: string; readonly command: PlanCommand }[];
  /** Why there is none; empty where there is one. */
  readonly why: string;
}

export function mendsAnswer(conflict: Conflict, { plan, zones, locale }: Told): MendsAnswer {
  const found = mendsFor(plan, zones, conflict);
  return {
    mends: found.mends.map((mend) => ({ text: mendWords(plan, zones, mend, locale), command: mend.command })),
    why: found.why === null ? "" : noMendWords(found, locale),
  };
}

export type LedgerAnswer = ReturnType<typeof ledgerAnswer>;

export function ledgerAnswer(conferenceId: ConferenceId, { plan, zones, locale }: Told) {
  const ledger = ledgerOf(plan, zones, conferenceId);
  return {
    conferences: [...ledger.conferences],
    rows: ledger.rows.map((row) => ({
      ...row,
      by: [...row.by],
      text: ledgerWords(plan, zones, ledger, row, locale),
    })),
  };
}
