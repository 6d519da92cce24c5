import type { ConferenceId, Instant } from "../../../shared/ids.ts";
import { conflicts } from "../../../shared/plan/conflicts.ts";
import { planFile } from "../../../shared/plan/file.ts";
import { dateTime } from "../../../shared/plan/luxonzone.ts";
import { mendsFor } from "../../../shared/plan/mends.ts";
import { conflictWords, mendWords, noMendWords } from "../../../shared/plan/words.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { PassInfo } from "../../../shared/protocol/views.ts";
import { at } from "../../../shared/record.ts";
import { Refused } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { RouteAnswer, RouteName } from "./routes.ts";

/** What a request brings, its parameters checked against the table. */
export interface Asked {
  readonly pass: PassInfo | null;
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

type Reads = {
  readonly [Name in RouteName]: (asked: Asked, services: Services) => RouteAnswer<Name> | Promise<RouteAnswer<Name>>;
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

  conflicts(asked, { draft, zones }) {
    const { plan } = draft;
    const id = conferenceOf(asked, plan.conferences);
    return {
      seq: draft.seq,
      conflicts: conflicts(plan, zones.zones, id).map((conflict) => {
        const { key, kind, weight, occurrenceIds, when } = conflict;
        const said = conflictWords(plan, zones.zones, conflict, localeOf(asked));
        const local = (instant: Instant): string => localIso(zones.zones, when.zone, instant);
        return {
          key,
          kind,
          weight,
          occurrenceIds: [...occurrenceIds],
          ...when,
          localFrom: local(when.from),
          localTo: local(when.to),
          ...said,
        };
      }),
    };
  },

  mends(asked, { draft, zones }) {
    const { plan } = draft;
    const id = conferenceOf(asked, plan.conferences);
    const conflict = conflicts(plan, zones.zones, id).find(({ key }) => key === asked.parameters["conflict"]);
    if (conflict === undefined) throw new Refused("not-found");
    const found = mendsFor(plan, zones.zones, conflict);
    return {
      seq: draft.seq,
      mends: found.mends.map((mend) => ({
        text: mendWords(plan, zones.zones, mend, localeOf(asked)),
        command: mend.command,
      })),
      why: found.why === null ? "" : noMendWords(found, localeOf(asked)),
    };
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

/** "2020-01-10T19:00:00+02:00" */
function localIso(zones: Zones, zone: string, instant: Instant): string {
  const text = dateTime(zones, zone, instant, "en").toISO({ suppressMilliseconds: true });
  if (text === null) throw new RangeError(`no such instant: ${instant}`);
  return text;
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
