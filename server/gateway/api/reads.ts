import type { ConferenceId } from "../../../shared/ids.ts";
import { planFile } from "../../../shared/plan/file.ts";
import type { PassInfo } from "../../../shared/protocol/views.ts";
import { at } from "../../../shared/record.ts";
import type { Reckoned } from "../../reckon/reckoner.ts";
import { Refused } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { RouteAnswer, RouteName } from "./routes.ts";

/** What a request brings, its parameters checked against the table. */
export interface Asked {
  readonly pass: PassInfo | null;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** What a route answers, or the same as bytes that were made in another thread. */
type Answered<Name extends RouteName> = RouteAnswer<Name> | Reckoned<RouteAnswer<Name>>;

type Reads = {
  readonly [Name in RouteName]: (asked: Asked, services: Services) => Answered<Name> | Promise<Answered<Name>>;
};

/** What each route of the table answers. Throws `Refused`. */
export const reads: Reads = {
  health: (_asked, { epoch, build }) => ({ ok: true, epoch, build }),

  async places({ parameters }, { places, now }) {
    const found = await places.search(parameters["query"] ?? "", now());
    return {
      places: found.map(({ city, region, country, clock }) => ({
        city,
        region,
        country,
        zone: clock.zone,
        offset: clock.offset,
      })),
    };
  },

  conferences({ pass }, { draft }) {
    const infos = draft.infos();
    return {
      seq: draft.seq,
      conferences: Object.values(draft.plan.conferences)
        .filter((conference) => conference !== undefined)
        .filter(({ id }) => reaches(pass, id))
        .map((conference) => {
          const info = infos[conference.id];
          return { ...conference, latest: info?.latest ?? null, changed: info?.changed ?? 0 };
        }),
    };
  },

  plan(asked, { draft }) {
    return planFile(draft.plan, conferenceOf(asked, draft.plan.conferences));
  },

  conflicts(asked, { draft, reckoner }) {
    const conferenceId = conferenceOf(asked, draft.plan.conferences);
    return reckoned(reckoner.ask("conflicts", localeOf(asked), { conferenceId }));
  },

  mends(asked, { draft, reckoner }) {
    const conferenceId = conferenceOf(asked, draft.plan.conferences);
    const key = asked.parameters["conflict"] ?? "";
    return reckoned(reckoner.ask("mends", localeOf(asked), { conferenceId, key }));
  },

  suggestion(asked, { draft, jobs, quickReckoner }) {
    const found = jobs.latest(conferenceOf(asked, draft.plan.conferences));
    if (found === null) return { suggestion: null };
    return reckoned(quickReckoner.ask("suggestion", localeOf(asked), { suggestion: found }));
  },

  ledger(asked, { draft, quickReckoner }) {
    const conferenceId = conferenceOf(asked, draft.plan.conferences);
    return reckoned(quickReckoner.ask("ledger", localeOf(asked), { conferenceId }));
  },

  releases(asked, { draft }) {
    const id = conferenceOf(asked, draft.plan.conferences);
    return { releases: draft.releasesOf(id).map((one) => ({ ...one, despite: [...one.despite] })) };
  },

  async released(asked, { draft }) {
    const id = conferenceOf(asked, draft.plan.conferences);
    const file = await draft.releaseFile(id, Number(asked.parameters["number"]));
    if (file === null) throw new Refused("not-found");
    return file;
  },

  journal(_asked, { draft }) {
    return { seq: draft.seq, edits: [...draft.journal()] };
  },
};

/** Throws `not-found` where there is nothing that could be answered. */
export async function reckoned<Answer>(asked: Promise<Reckoned<Answer> | null>): Promise<Reckoned<Answer>> {
  const answer = await asked;
  if (answer === null) throw new Refused("not-found");
  return answer;
}

const localeOf = ({ parameters }: Asked): "en" | "es" => (parameters["locale"] === "es" ? "es" : "en");

/** Does the token reach this conference? */
function reaches(pass: PassInfo | null, id: ConferenceId): boolean {
  return pass !== null && (pass.conferenceId === null || pass.conferenceId === id);
}

/** The conference that the path names; `not-found` for one that is not there or that the token does not reach. */
function conferenceOf(
  { pass, parameters }: Asked,
  conferences: Services["draft"]["plan"]["conferences"],
): ConferenceId {
  const id = at(conferences, parameters["conferenceId"] ?? "")?.id;
  if (id === undefined || !reaches(pass, id)) throw new Refused("not-found");
  return id;
}
