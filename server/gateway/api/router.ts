import { randomBytes } from "node:crypto";
import express from "express";
import type { Request, Response, Router } from "express";
import type { z } from "zod";
import type { Role } from "../../../shared/protocol/define.ts";
import type { PassInfo } from "../../../shared/protocol/views.ts";
import { at } from "../../../shared/record.ts";
import { newId } from "../../ids.ts";
import { Reckoned } from "../../reckon/reckoner.ts";
import { orderEdit } from "../planner.ts";
import { Refused } from "../refusal.ts";
import type { Services } from "../services.ts";
import { docsPage, docsStyle } from "./docs.ts";
import { commandList, openApi } from "./openapi.ts";
import { doing, orderList } from "./orders.ts";
import { sendProblem } from "./problem.ts";
import { reads } from "./reads.ts";
import { routeList } from "./routes.ts";
import type { Route, RouteName } from "./routes.ts";

/** Commands a token may send: so many at once, and so many a second for long. */
const burst = 300;
const perSecond = 20;

/** `/api` for scripts: the commands of the plan, what may be read, and the description of both. */
export function apiRouter(services: Services): Router {
  const router = express.Router();
  const description = JSON.stringify(openApi("/"));
  const docs = docsPage(services.config.publicUrl);
  const allowed = limiter(services.now);

  router.get("/openapi.json", (_request, response) => {
    response.set("Cache-Control", "no-cache").type("application/json").send(description);
  });
  router.get("/docs", (_request, response) => {
    response.set("Cache-Control", "no-cache").type("html").send(docs);
  });
  router.get("/docs.css", (_request, response) => {
    response.set("Cache-Control", "no-cache").type("css").send(docsStyle);
  });

  for (const route of routeList) {
    router.get(expressPath(route.path), async (request, response) => {
      await answer(services, response, () => read(services, route, request, response));
    });
  }

  const small = express.json({ limit: "100kb", strict: true });
  for (const order of orderList) {
    router.post(expressPath(order.path), small, async (request, response) => {
      await answer(services, response, async () => {
        const pass = passFor(services, request, order.who);
        if (!allowed(pass.id)) throw new Refused("too-many");
        const body: unknown = request.body;
        const done = await doing[order.name]({ pass, parameters: parametersOf(order, request), body }, services);
        response.set("Cache-Control", "no-store");
        send(response, done);
      });
    });
  }

  // A whole plan fits; most commands are a few hundred bytes.
  const body = express.json({ limit: "5mb", strict: true });
  for (const [name, entry] of commandList) {
    router.post(`/commands/${name}`, body, async (request, response) => {
      await answer(services, response, async () => {
        const pass = passFor(services, request, entry.who);
        if (!allowed(pass.id)) throw new Refused("too-many");
        const sent: unknown = request.body;
        const given = typeof sent === "object" && sent !== null ? sent : {};
        const done = await orderEdit(name, { commandId: newId<"CommandId">(), ...given }, pass, services);
        response.set("Cache-Control", "no-store").set("ETag", `"${done.seq}"`).json(done);
      });
    });
  }
  return router;
}

async function read(
  services: Services,
  route: Route & { readonly name: RouteName },
  request: Request,
  response: Response,
): Promise<void> {
  const pass = route.who === null ? null : passFor(services, request, route.who);
  const parameters = parametersOf(route, request);
  const content = await reads[route.name]({ pass, parameters }, services);
  response.set("Cache-Control", "no-cache");
  if (route.etag) response.set("ETag", `"${services.draft.seq}"`);
  // Express answers 304 by the ETag; where there is none of ours it makes one of the content.
  if (content instanceof Reckoned) {
    response.set("ETag", content.etag);
    send(response, content);
  } else response.json(content);
}

function send(response: Response, { body }: Reckoned<unknown>): void {
  response.type("application/json").send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

/** Who holds the request's token. Throws `no-pass` without a valid one, `forbidden` for one of another role. */
function passFor(services: Services, request: Request, who: readonly Role[]): PassInfo {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const pass = token === undefined ? null : services.access.passByToken(token);
  if (pass === null) throw new Refused("no-pass");
  if (!who.includes(pass.role)) throw new Refused("forbidden");
  return pass;
}

/** Path and query as the route's table has them. Throws `bad-request` with the fields that do not fit. */
function parametersOf(
  route: Pick<Route, "parameters">,
  request: Request,
): Readonly<Record<string, string | undefined>> {
  const wrong: { readonly path: string; readonly why: string }[] = [];
  const entries = Object.entries(route.parameters).map(([name, { in: where, schema }]) => {
    const given: unknown = where === "path" ? at(request.params, name) : at(request.query, name);
    const parsed = schema.safeParse(given);
    if (!parsed.success) wrong.push({ path: name, why: firstWords(parsed.error) });
    return [name, typeof given === "string" ? given : undefined] as const;
  });
  if (wrong.length > 0) throw new Refused("bad-request", { kind: "fields", fields: wrong });
  return Object.fromEntries(entries);
}

const firstWords = (error: z.ZodError): string => error.issues[0]?.message ?? "does not fit";

/** Runs a handler; what it refuses, and what breaks, becomes problem details. */
async function answer(services: Services, response: Response, handle: () => Promise<void>): Promise<void> {
  try {
    await handle();
  } catch (error) {
    if (error instanceof Refused) {
      sendProblem(response, error.code, { detail: error.detail });
      return;
    }
    const incident = randomBytes(6).toString("hex");
    services.log.error({ err: error, incident }, "a request for scripts broke");
    sendProblem(response, "internal", { incident });
  }
}

/** `/api/conferences/{id}/plan.json` → `/conferences/:id/plan.json`, below the router. */
const expressPath = (path: string): string => path.replace(/^\/api/, "").replace(/\{(\w+)\}/g, ":$1");

/** A bucket of tokens for each pass. */
function limiter(now: () => number): (who: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (who) => {
    const bucket = buckets.get(who) ?? { left: burst, at: now() };
    bucket.left = Math.min(burst, bucket.left + ((now() - bucket.at) / 1000) * perSecond);
    bucket.at = now();
    buckets.set(who, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}
