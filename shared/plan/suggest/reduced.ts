import type { OccurrenceId, SessionId } from "../../ids.ts";
import { at } from "../../record.ts";
import { all, compare } from "../look.ts";
import type { Occurrence, Plan, Session } from "../model.ts";
import { worldOf } from "../world.ts";
import type { Zones } from "../zones.ts";
import type { Built } from "./build.ts";
import { linkName } from "./options.ts";
import type { Demand } from "./suggestion.ts";

// A plan with a part of what is demanded only: some sessions, and of one of them some of its demands. What a smallest
// clash is, is asked of such plans.

/** What is left: other sessions, and demands of the one that finds no time. */
export interface Kept {
  readonly others: ReadonlySet<OccurrenceId>;
  readonly own: ReadonlySet<Demand>;
}

/** What an occurrence demands of its time, beside the days of its conference: what may go first comes first. */
export function demandsOf(plan: Plan, id: OccurrenceId): readonly Demand[] {
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return [];
  const firstOf = (sessionId: SessionId): readonly OccurrenceId[] =>
    all(plan.occurrences)
      .filter((one) => one.sessionId === sessionId)
      .map((one) => one.id)
      .sort(compare)
      .slice(0, 1);
  const before = [...new Set(session.after)].filter((first) => first !== session.id);
  const behind = all(plan.sessions).filter((one) => one.after.includes(session.id) && one.id !== session.id);
  const links = occurrence.links.filter(({ need, mode }) => need === "must" && mode === "live");
  const isHost = (link: (typeof links)[number]): boolean => link.kind === "room" && link.id === session.hostRoomId;
  const ranked = [
    ...links.filter(({ kind }) => kind === "group"),
    ...links.filter((link) => link.kind === "room" && !isHost(link)),
    ...links.filter(isHost),
  ];
  return [
    ...(new Set(session.languages).size > 1 ? [{ kind: "languages", occurrenceId: id } as const] : []),
    ...before.flatMap((sessionId) =>
      firstOf(sessionId).map((first) => ({ kind: "order", occurrenceId: id, first }) as const),
    ),
    ...behind.flatMap((follower) =>
      firstOf(follower.id).map((other) => ({ kind: "order", occurrenceId: other, first: id }) as const),
    ),
    ...[...new Set(session.personIds)].map((personId) => ({ kind: "person", occurrenceId: id, personId }) as const),
    ...ranked.map((link) => ({ kind: "link", occurrenceId: id, link: linkName(link) }) as const),
    ...(session.range === null ? [] : [{ kind: "range", occurrenceId: id } as const]),
  ];
}

/**
 * The plan that a suggestion began from, with only what is kept: an occurrence, of its demands those that are kept, and
 * those of the others that are kept, as they are. The days that are looked at stay the same.
 */
export function reducedPlan({ plan, asItWas, conferenceId }: Built, zones: Zones, id: OccurrenceId, kept: Kept): Plan {
  const occurrence = at(plan.occurrences, id);
  const session = occurrence === undefined ? undefined : at(plan.sessions, occurrence.sessionId);
  if (occurrence === undefined || session === undefined) return plan;
  const own = [...kept.own];
  const links = new Set(own.flatMap((one) => (one.kind === "link" ? [one.link] : [])));
  const people = new Set<string>(own.flatMap((one) => (one.kind === "person" ? [one.personId] : [])));
  const orders = own.flatMap((one) => (one.kind === "order" ? [one] : []));
  const sessionFor = (one: OccurrenceId): SessionId | null => at(plan.occurrences, one)?.sessionId ?? null;
  const has = (kind: Demand["kind"]): boolean => own.some((one) => one.kind === kind);

  // It gets a session of its own: another date of the same session keeps all that it demands.
  const aloneId = `${session.id}~` as SessionId;
  const alone: Session = {
    ...session,
    id: aloneId,
    range: has("range") ? session.range : null,
    languages: has("languages") ? session.languages : [],
    personIds: session.personIds.filter((person) => people.has(person)),
    after: orders.flatMap((one) => (one.occurrenceId === id ? (sessionFor(one.first) ?? []) : [])),
  };
  const followers = new Set(orders.flatMap((one) => (one.first === id ? [sessionFor(one.occurrenceId)] : [])));
  const sessions = Object.fromEntries(
    all(plan.sessions).map((one) => [one.id, followers.has(one.id) ? { ...one, after: [...one.after, aloneId] } : one]),
  );
  const mine: Occurrence = {
    ...occurrence,
    sessionId: aloneId,
    links: occurrence.links.filter((link) => link.mode === "playback" || links.has(linkName(link))),
  };
  const others = all(plan.occurrences).filter((one) => one.id !== id && kept.others.has(one.id));
  const edges = daysKept(asItWas, zones, conferenceId);
  return {
    ...plan,
    sessions: { ...sessions, [aloneId]: alone, ...things(edges.map((edge) => edge.session)) },
    occurrences: things([mine, ...others, ...edges.map((edge) => edge.occurrence)]),
  };
}

function things<Thing extends { readonly id: string }>(list: readonly Thing[]): Readonly<Record<string, Thing>> {
  return Object.fromEntries(list.map((thing) => [thing.id, thing]));
}

/**
 * A conference that has not said its days has those on which anything of it is placed. What bounds them stays, as sessions
 * that take nothing.
 */
function daysKept(
  plan: Plan,
  zones: Zones,
  conferenceId: Built["conferenceId"],
): readonly { readonly session: Session; readonly occurrence: Occurrence }[] {
  const conference = at(plan.conferences, conferenceId);
  const placed = worldOf(plan, zones).ofConference(conferenceId);
  if (conference === undefined || (conference.firstDay !== null && conference.lastDay !== null)) return [];
  const last = placed.reduce((latest, one) => (one.to > (latest?.to ?? -Infinity) ? one : latest), placed[0]);
  return [placed[0], last].flatMap((bound, i) => {
    if (bound === undefined) return [];
    const sessionId = `${bound.session.id}~${i}` as SessionId;
    return [
      {
        session: {
          ...bound.session,
          id: sessionId,
          hostRoomId: null,
          range: null,
          languages: [],
          personIds: [],
          after: [],
        },
        occurrence: {
          ...bound.occurrence,
          id: `${bound.occurrence.id}~${i}` as OccurrenceId,
          sessionId,
          pinned: true,
          links: [],
        },
      },
    ];
  });
}
