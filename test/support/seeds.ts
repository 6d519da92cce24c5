import { peopleSeeds } from "./seedspeople.ts";
import { roomsSeeds } from "./seedsrooms.ts";
import { timesSeeds } from "./seedstimes.ts";
import type { Seed } from "./soundplan.ts";

/** For each kind of conflict, or variant of one, the sound plan with just that in it. */
export const seeds: Readonly<Record<string, Seed>> = { ...roomsSeeds, ...peopleSeeds, ...timesSeeds };
