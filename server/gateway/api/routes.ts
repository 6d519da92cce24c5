import { z } from "zod";
import type { Deep } from "../../../shared/plan/model.ts";
import * as model from "../../../shared/plan/schema.ts";
import type { Role } from "../../../shared/protocol/define.ts";
import { conflictKey } from "../../../shared/protocol/plan.ts";
import { conferenceId, instant, occurrenceId } from "../../../shared/protocol/schemas.ts";
import { ledger, suggestion } from "../../../shared/protocol/suggestanswers.ts";

const planners: readonly Role[] = ["organiser", "scheduler"];
const planRoles: readonly Role[] = [...planners, "room-keeper", "group-contact"];

/** A parameter in a route's path or query, as the description shows it; `required` those of the path. */
interface Parameter {
  readonly in: "path" | "query";
  readonly schema: z.ZodType<unknown, string | undefined>;
  readonly doc: string;
}

export interface Route {
  readonly path: string;
  /** Null: anybody, without a token. */
  readonly who: readonly Role[] | null;
  readonly doc: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly returns: z.ZodType;
  /** Has an ETag: the number that `baseSeq` takes. */
  readonly etag: boolean;
}

const seq = z.number().int().min(0);
const conference: Parameter = { in: "path", schema: conferenceId, doc: "The conference's id." };
const locale: Parameter = {
  in: "query",
  schema: z.enum(["en", "es"]).optional(),
  doc: "The language of the texts; without it English.",
};

const editName = z.strictObject({
  seq,
  at: instant,
  author: z.string(),
  command: z.string(),
  subject: z.string(),
});

const release = z.strictObject({
  number: z.number().int().min(1),
  at: instant,
  author: z.string(),
  /** The keys of the conflicts that were left so. */
  despite: z.array(z.string()),
});

const mend = z.strictObject({
  text: z.string(),
  /** Goes to `/api/commands/{name}` with `input` as its body. */
  command: z.strictObject({ name: z.string(), input: z.record(z.string(), z.unknown()) }),
});

const conflict = z.strictObject({
  key: z.string(),
  kind: z.string(),
  weight: z.enum(["error", "warning"]),
  occurrenceIds: z.array(occurrenceId).min(1),
  from: instant,
  to: instant,
  /** The same as the clocks of `zone` show them, ISO 8601 with the offset. */
  localFrom: z.string(),
  localTo: z.string(),
  city: z.string(),
  zone: z.string(),
  title: z.string(),
  text: z.string(),
});

const health = z.strictObject({ ok: z.literal(true), epoch: z.string(), build: z.string() });

const place = z.strictObject({
  city: z.string(),
  region: z.string(),
  country: z.string(),
  zone: z.string(),
  /** Minutes east of UTC that hold now. */
  offset: z.number().int(),
});

/**
 * What scripts may read. The commands are beside it, one `POST /api/commands/NAME` each: so the description can say of
 * every one what it takes and answers.
 */
export const routes = {
  health: {
    path: "/api/health",
    who: null,
    doc: "Does the server answer, which run of it (epoch), which build of the pages.",
    parameters: {},
    returns: health,
    etag: false,
  },
  places: {
    path: "/api/places",
    who: planRoles,
    doc: "Cities whose names begin so, the largest first, with their time zones.",
    parameters: { query: { in: "query", schema: z.string().min(1).max(60), doc: "“Chennai”, “sao pa”." } },
    returns: z.strictObject({ places: z.array(place) }),
    etag: false,
  },
  conferences: {
    path: "/api/conferences",
    who: planRoles,
    doc: "The conferences that the token reaches, and how each one's draft stands beside its latest release.",
    parameters: {},
    returns: z.strictObject({
      seq,
      conferences: z.array(
        z.strictObject({
          ...model.conference.shape,
          /** Null: never released. */
          latest: z.strictObject({ number: z.number().int(), at: instant, author: z.string() }).nullable(),
          /** How many things of the draft are not as released. */
          changed: z.number().int(),
        }),
      ),
    }),
    etag: true,
  },
  plan: {
    path: "/api/conferences/{conferenceId}/plan.json",
    who: planners,
    doc: "The draft of a conference's whole plan, as `importPlan` takes it.",
    parameters: { conferenceId: conference },
    returns: model.planFile,
    etag: true,
  },
  conflicts: {
    path: "/api/conferences/{conferenceId}/conflicts",
    who: planners,
    doc: "The draft's conflicts in words. `despite` of `release` takes the keys.",
    parameters: { conferenceId: conference, locale },
    returns: z.strictObject({ seq, conflicts: z.array(conflict) }),
    etag: false,
  },
  mends: {
    path: "/api/conferences/{conferenceId}/mends",
    who: planners,
    doc: "Commands of which each ends one conflict and makes no other, the best first.",
    parameters: {
      conferenceId: conference,
      conflict: { in: "query", schema: conflictKey, doc: "The conflict's key." },
      locale,
    },
    returns: z.strictObject({
      seq,
      mends: z.array(mend),
      /** Why there is none; empty where there is one. */
      why: z.string(),
    }),
    etag: false,
  },
  suggestion: {
    path: "/api/conferences/{conferenceId}/suggestion",
    who: planners,
    doc: "The conference’s newest suggestion in words, with the command that takes each plan; null: nobody has asked for one.",
    parameters: { conferenceId: conference, locale },
    returns: z.strictObject({ suggestion: suggestion.nullable() }),
    etag: false,
  },
  ledger: {
    path: "/api/conferences/{conferenceId}/ledger",
    who: planners,
    doc: "What this conference and earlier ones cost each group, in weighted hours.",
    parameters: { conferenceId: conference, locale },
    returns: z.strictObject({ seq, ...ledger.shape }),
    etag: false,
  },
  releases: {
    path: "/api/conferences/{conferenceId}/releases",
    who: planners,
    doc: "The conference's releases, newest first.",
    parameters: { conferenceId: conference },
    returns: z.strictObject({ releases: z.array(release) }),
    etag: false,
  },
  released: {
    path: "/api/conferences/{conferenceId}/releases/{number}/plan.json",
    who: planners,
    doc: "The plan as a release has frozen it.",
    parameters: {
      conferenceId: conference,
      number: {
        in: "path",
        schema: z.string().regex(/^[1-9]\d{0,8}$/),
        doc: "The release's number.",
      },
    },
    returns: model.planFile,
    etag: false,
  },
  journal: {
    path: "/api/journal",
    who: planners,
    doc: "The newest edits, newest first: who did what to what. At most 50.",
    parameters: {},
    returns: z.strictObject({ seq, edits: z.array(editName) }),
    etag: true,
  },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;
export type RouteAnswer<Name extends RouteName> = Deep<z.output<(typeof routes)[Name]["returns"]>>;

/** The same as a list, each with its name. */
export const routeList: readonly (Route & { readonly name: RouteName })[] = Object.entries(routes).map(
  ([name, route]) => ({ name: name as RouteName, ...route }),
);
