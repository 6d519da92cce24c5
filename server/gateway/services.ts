import type { Logger } from "pino";
import type { Access } from "../access/access.ts";
import type { Config } from "../config.ts";
import type { Draft } from "../plan/draft.ts";
import type { Plan } from "../plan/plan.ts";
import type { PlaceSearch } from "../plan/places.ts";
import type { ZoneData } from "../plan/zonedata.ts";
import type { Reckoner } from "../reckon/reckoner.ts";
import type { Jobs } from "../suggest/jobs.ts";
import type { Lives } from "./lives.ts";

/** What the handlers work with; tied together in app.ts. */
export interface Services {
  readonly config: Config;
  readonly log: Logger;
  readonly access: Access;
  readonly draft: Draft;
  readonly plan: Plan;
  readonly zones: ZoneData;
  readonly places: PlaceSearch;
  readonly lives: Lives;
  /** Searches for better link times. */
  readonly jobs: Jobs;
  /** What takes long to reckon, in a thread of its own. */
  readonly reckoner: Reckoner;
  /** The same for what takes tens of milliseconds: it does not wait for a question that takes a minute. */
  readonly quickReckoner: Reckoner;
  /** Names this run of the server. */
  readonly epoch: string;
  /** Names the build of the pages that this server gives out. */
  readonly build: string;
  readonly routerRtpCapabilities: unknown;
  readonly now: () => number;
}
