import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { join } from "node:path";
import { generateRouterRtpCapabilities } from "mediasoup/ortc";
import type { Logger } from "pino";
import { Access } from "./access/access.ts";
import { buildId } from "./build.ts";
import type { Config } from "./config.ts";
import { openDemo } from "./demo/demo.ts";
import { httpApp } from "./gateway/http.ts";
import { Lives } from "./gateway/lives.ts";
import type { Services } from "./gateway/services.ts";
import { Sockets } from "./gateway/sockets.ts";
import { newId } from "./ids.ts";
import { mediaCodecs, offeredCapabilities } from "./media/codecs.ts";
import { WorkerPool } from "./media/workers.ts";
import { Draft } from "./plan/draft.ts";
import { Plan } from "./plan/plan.ts";
import { PlaceSearch } from "./plan/places.ts";
import { ZoneData } from "./plan/zonedata.ts";
import { Reckoner } from "./reckon/reckoner.ts";
import { Stages } from "./stage/stages.ts";
import { Jobs } from "./suggest/jobs.ts";
import { databaseFile, openStore } from "./store/sqlite.ts";
import type { Store } from "./store/port.ts";

/** The running server. */
export interface App {
  readonly config: Config;
  readonly store: Store;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly access: Access;
  /** Ends everything: pages, stages, workers, database. May be called twice. */
  close(): Promise<void>;
}

const sweepEvery = 10_000;

/**
 * Ties everything together and listens. `dist`: the folder of the built pages.
 * Rejects if the database, a port, the certificate or a worker cannot be had.
 */
export async function startApp(config: Config, log: Logger, dist: string): Promise<App> {
  const now = (): number => Date.now();
  const zones = await ZoneData.load(config.ZONE_DATA);
  const file = databaseFile(config.DATA_DIR, config.demo);
  const store = config.demo ? await openDemo(file, zones, now()) : await openStore(file);
  const draft = await Draft.open(store, zones, { now, phaseOf: (id) => stages.phaseOf(id) });
  const plan = new Plan(draft, zones);
  const access = await Access.open(store, plan, { now });

  const stages = new Stages({
    store,
    now,
    newId,
    onTrouble: (error) => log.error({ err: error }, "a snapshot could not be written"),
  });
  // All stages are read at the start: which sessions are live is the first thing that anybody asks.
  await Promise.all(plan.occurrences().map((occurrence) => openStage(plan, stages, occurrence.id)));
  const pool = await WorkerPool.open(config, log, join(config.DATA_DIR, "workers.json"), (worker) =>
    lives.workerDied(worker),
  );
  const lives = new Lives({
    pool,
    log,
    now,
    stages,
    plan,
    onRemoved: (passId) =>
      void access
        .endPass(passId, "removed")
        .catch((error: unknown) => log.error({ err: error }, "a pass could not be ended")),
    onPhase: () => {
      sockets.sayOccurrences();
      sockets.sayPhases();
      jobs.stagesChanged();
      reckoner.stagesChanged();
      quickReckoner.stagesChanged();
    },
  });
  const reckoning = { draft, pack: (names: Iterable<string>) => zones.packed(names), anyLive: () => stages.anyLive() };
  const reckoner = new Reckoner(reckoning);
  const quickReckoner = new Reckoner(reckoning);
  const jobs = await Jobs.open({
    store,
    ...reckoning,
    releasedFile: (id) => draft.latestFiles().find(({ conference }) => conference.id === id) ?? null,
    now,
    newId,
    log,
  });
  const services: Services = {
    config,
    log,
    access,
    draft,
    plan,
    zones,
    places: new PlaceSearch(zones),
    lives,
    jobs,
    reckoner,
    quickReckoner,
    epoch: randomBytes(9).toString("base64url"),
    build: await buildId(dist),
    routerRtpCapabilities: offeredCapabilities(generateRouterRtpCapabilities(mediaCodecs)),
    now,
  };
  const http = await makeServer(config);
  http.on("request", httpApp(services, dist));
  const sockets = new Sockets(http, services);

  access.onEnded((passIds, why) => {
    sockets.dismiss(passIds, why === "expired" ? "no-pass" : why);
    lives.expel(passIds);
  });
  const say = later(() => sockets.sayOccurrences());
  // Each arrival is such a change: telling everybody of it would cost the square of their number.
  const sayPlan = later(() => sockets.sayPlan());
  access.onChange(sayPlan);
  draft.onEdit((edit) => {
    sockets.sayEdit(edit);
    sayPlan();
  });
  jobs.onChange((suggestion) => sockets.saySuggestion(suggestion));
  plan.onChange(() => {
    relink(plan, stages).catch((error: unknown) => log.error({ err: error }, "a stage could not follow the plan"));
    say();
  });
  const sweep = setInterval(() => access.sweep(now()), sweepEvery);

  await listen(http, config);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    clearInterval(sweep);
    const closed = new Promise((resolve) => http.close(resolve));
    await sockets.close();
    http.closeAllConnections();
    await Promise.all([jobs.close(), reckoner.close(), quickReckoner.close()]);
    lives.close();
    pool.close();
    await stages.close();
    await store.close();
    await closed;
  };
  return { config, store, draft, plan, access, close: () => (closing ??= close()) };
}

async function openStage(plan: Plan, stages: Stages, id: Parameters<Plan["seed"]>[0]): Promise<void> {
  const seed = plan.seed(id);
  if (seed !== null) await stages.open(seed);
}

/** New occurrences get their stage, changed ones their rooms. */
async function relink(plan: Plan, stages: Stages): Promise<void> {
  for (const { id } of plan.occurrences()) {
    const seed = plan.seed(id);
    if (seed === null) continue;
    const runner = await stages.open(seed);
    const { roomIds, hostRoomId } = runner.stage;
    if (hostRoomId !== seed.hostRoomId || roomIds.join() !== seed.roomIds.join()) runner.relink(seed);
  }
}

/** Many changes of one turn are told once. */
function later(tell: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      tell();
    });
  };
}

async function makeServer(config: Config): Promise<Server> {
  if (config.TLS_CERT === undefined || config.TLS_KEY === undefined) return createServer();
  const [cert, key] = await Promise.all([readFile(config.TLS_CERT), readFile(config.TLS_KEY)]);
  return createSecureServer({ cert, key });
}

function listen(http: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(config.PORT, config.HOST, () => {
      http.off("error", reject);
      resolve();
    });
  });
}
