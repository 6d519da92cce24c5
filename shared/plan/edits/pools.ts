import type { ConferenceId, PoolId, VenueId } from "../../ids.ts";
import type { Plan, Pool } from "../model.ts";
import { find } from "./apply.ts";
import { given, refused, refusedFor } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { poolFaults } from "./rules.ts";

export function createPool(plan: Plan, input: InputFor<"createPool">, ground: Ground): EditResult {
  const pool: Pool = {
    id: ground.newId() as PoolId,
    conferenceIds: [input.conferenceId as ConferenceId],
    name: input.name,
    serves: serving(input.serves),
    size: input.size,
    longestStretch: input.longestStretch ?? 60,
    rest: input.rest ?? 15,
  };
  return written(plan, pool, { id: pool.id });
}

export function updatePool(plan: Plan, input: InputFor<"updatePool">): EditResult {
  const pool = find(plan, "pools", input.poolId);
  if (pool === undefined) return refused("not-found");
  const { serves, ...set } = given(input.set);
  return written(plan, { ...pool, ...set, serves: serves === undefined ? pool.serves : serving(serves) }, null);
}

function serving(serves: InputFor<"createPool">["serves"]): Pool["serves"] {
  return serves.kind === "venue" ? { kind: "venue", venueId: serves.venueId as VenueId } : serves;
}

function written(plan: Plan, pool: Pool, answer: { readonly id: PoolId } | null): EditResult {
  const faults = poolFaults(plan, pool);
  if (faults.length > 0) return refusedFor(faults);
  const rewrite = new Rewrite(plan);
  rewrite.put("pools", pool);
  return { ok: true, changes: rewrite.changes(), subject: pool.name, answer };
}

export function removePool(plan: Plan, input: InputFor<"removePool">): EditResult {
  const pool = find(plan, "pools", input.poolId);
  if (pool === undefined) return refused("not-found");
  const rewrite = new Rewrite(plan);
  rewrite.remove("pools", pool.id);
  return { ok: true, changes: rewrite.changes(), subject: pool.name, answer: null };
}
