import { z } from "zod";
import { planAnswers } from "../../../shared/protocol/answers.ts";
import type { Request } from "../../../shared/protocol/define.ts";
import { errorWords } from "../../../shared/protocol/errors.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { planCommands } from "../../../shared/protocol/plan.ts";
import type { PlanCommandName } from "../../../shared/protocol/plan.ts";
import { orderList } from "./orders.ts";
import type { Order } from "./orders.ts";
import { statusOf } from "./problem.ts";
import { routeList } from "./routes.ts";
import type { Route } from "./routes.ts";

type Json = { readonly [key: string]: unknown };

/** The commands as a list, each with its name and entry. */
export const commandList = Object.entries(planCommands) as readonly (readonly [PlanCommandName, Request])[];

/**
 * The description of the HTTP interface: OpenAPI 3.1, made from the same tables as the server itself
 * (https://spec.openapis.org/oas/v3.1.1.html). `server`: where the interface is ("/" for this host).
 */
export function openApi(server: string): Json {
  const parts = new Components();
  const paths: Record<string, Json> = {};
  for (const route of routeList) paths[route.path] = { get: readOperation(route.name, route, parts) };
  for (const order of orderList) paths[order.path] = { post: orderOperation(order.name, order, parts) };
  for (const [name, entry] of commandList) {
    paths[`/api/commands/${name}`] = { post: commandOperation(name, entry, parts) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Crossroom",
      version: "1",
      license: { name: "MIT", identifier: "MIT" },
      description:
        "Plans conferences over several rooms and time zones by script. Instants are milliseconds since 1970-01-01T00:00Z; " +
        "wall times are local to the zone beside them; burdens are weighted hours. Commands change the draft; participants " +
        "see the latest release only.",
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token made on the organiser's page." },
      },
      schemas: { Problem: problem, ...parts.schemas },
    },
  };
}

/** Schemas that are named (`meta({ id })`) stand once, under `components`. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  /** A schema with its named parts taken out of it. `io`: as it is sent to the server, or as it comes from it. */
  add(schema: z.ZodType, io: "input" | "output"): Json {
    const { $schema: _dialect, $defs, ...own } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
    for (const [name, part] of Object.entries($defs ?? {})) {
      const { id: _id, ...described } = part;
      const moved = relocated(described);
      const known = this.schemas[name];
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(moved))
        throw new Error(`${name} is not the same when it is sent and when it is answered`);
      this.schemas[name] = moved;
    }
    const { id, ...plain } = relocated(own) as Json;
    if (typeof id !== "string") return plain;
    // The schema itself is one of the named.
    this.schemas[id] = plain;
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** `#/$defs/Hours` → `#/components/schemas/Hours`, all the way down. */
function relocated(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(relocated);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string"
        ? value.replace("#/$defs/", "#/components/schemas/")
        : relocated(value),
    ]),
  );
}

function parametersOf(route: Pick<Route, "parameters">, parts: Components): readonly Json[] {
  return Object.entries(route.parameters).map(([parameter, { in: where, schema, doc }]) => ({
    name: parameter,
    in: where,
    required: where === "path" || !schema.safeParse(undefined).success,
    description: doc,
    schema: parts.add(schema, "input"),
  }));
}

function orderOperation(name: string, order: Order, parts: Components): Json {
  const parameters = parametersOf(order, parts);
  return {
    operationId: name,
    summary: order.doc,
    description: `For: ${order.who.join(", ")}.`,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(order.body === null ? {} : { requestBody: { required: true, content: json(parts.add(order.body, "input")) } }),
    responses: {
      "200": { description: "Done, and durable.", content: json(parts.add(order.returns, "output")) },
      ...problems(["bad-request", "no-pass", "forbidden", "too-many", "internal", ...order.errors]),
    },
  };
}

function readOperation(name: string, route: Route, parts: Components): Json {
  const parameters = parametersOf(route, parts);
  return {
    operationId: name,
    summary: route.doc,
    ...(route.who === null ? { security: [] } : { description: `For: ${route.who.join(", ")}.` }),
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      "200": {
        description: "The answer.",
        ...(route.etag ? { headers: { ETag: etag } } : {}),
        content: json(parts.add(route.returns, "output")),
      },
      ...problems(route.who === null ? [] : ["bad-request", "no-pass", "forbidden", "not-found", "internal"]),
    },
  };
}

function commandOperation(name: PlanCommandName, entry: Request, parts: Components): Json {
  const asked = parts.add(entry.input, "input");
  return {
    operationId: name,
    summary: entry.doc,
    description: `For: ${entry.who.join(", ")}${entry.right === "" ? "" : ` (${entry.right})`}. Answers ${entry.returns}.`,
    requestBody: { required: true, content: json(withOptionalId(asked)) },
    responses: {
      "200": {
        description: "Done, and durable. `seq` is its place in the journal.",
        content: json({
          type: "object",
          properties: { seq: { type: "integer", minimum: 0 }, value: parts.add(planAnswers[name], "output") },
          required: ["seq", "value"],
        }),
      },
      ...problems(["bad-request", "no-pass", "forbidden", "too-many", "busy", "internal", ...entry.errors]),
    },
  };
}

/** Over HTTP the server makes the command's id where none is given. */
function withOptionalId(schema: Json): Json {
  const required = schema["required"];
  const properties = schema["properties"] as Json;
  return {
    ...schema,
    properties: {
      ...properties,
      commandId: {
        ...(properties["commandId"] as Json),
        description: "Give one of your own, and the same command sent again does nothing twice.",
      },
      baseSeq: {
        ...(properties["baseSeq"] as Json),
        description:
          "The `seq` or ETag that you read; if somebody else has changed the same thing since: 409 `conflict`.",
      },
    },
    ...(Array.isArray(required) ? { required: required.filter((key) => key !== "commandId") } : {}),
  };
}

/** One response a status; it lists its codes. */
function problems(codes: readonly ErrorCode[]): Json {
  const byStatus = Map.groupBy(new Set(codes), statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.map((code) => `\`${code}\`: ${errorWords[code]}`).join(" "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

const json = (schema: Json): Json => ({ "application/json": { schema } });

const etag = { description: "The number that `baseSeq` takes, in quotes.", schema: { type: "string" } } as const;

const problem = {
  type: "object",
  description: "Problem details (RFC 9457).",
  properties: {
    type: { type: "string", description: "Where the code is described." },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(errorWords) },
    retry: { type: "boolean", description: "Is it worth sending the same again later?" },
    incident: { type: "string", description: "Names the entry in the server's log." },
    more: {
      type: "object",
      description: "What more there is to say: the edit that came before, the fields, the two times of a fold.",
      properties: { kind: { type: "string" } },
      required: ["kind"],
    },
  },
  required: ["type", "title", "status", "code", "retry"],
} as const;
