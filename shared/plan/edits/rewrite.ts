import type { Change, Kind, Plan, Things } from "../model.ts";
import { all, find, kinds, sameThing } from "./apply.ts";

/** Collects what an edit makes of a plan, which itself stays as it is. */
export class Rewrite {
  readonly #plan: Plan;
  /** By kind and id; null: removed. */
  readonly #after = new Map<Kind, Map<string, Things[Kind] | null>>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  put<K extends Kind>(kind: K, thing: Things[K]): void {
    this.#of(kind).set(thing.id, thing);
  }

  remove(kind: Kind, id: string): void {
    this.#of(kind).set(id, null);
  }

  /** As it would be. */
  find<K extends Kind>(kind: K, id: string): Things[K] | undefined {
    const after = this.#of(kind).get(id);
    return after === undefined ? find(this.#plan, kind, id) : ((after ?? undefined) as Things[K] | undefined);
  }

  /** All of a kind as they would be. */
  all<K extends Kind>(kind: K): readonly Things[K][] {
    const after = this.#of(kind);
    const made = [...after.values()].filter((thing) => thing !== null) as Things[K][];
    return [...all(this.#plan, kind).filter((thing) => !after.has(thing.id)), ...made];
  }

  /** What differs from the plan, what is referred to first. */
  changes(): readonly Change[] {
    return kinds.flatMap((kind) =>
      [...this.#of(kind)].flatMap(([id, after]) => {
        const before = find(this.#plan, kind, id) ?? null;
        return sameThing(before, after) ? [] : [{ kind, id, before, after } as Change];
      }),
    );
  }

  #of(kind: Kind): Map<string, Things[Kind] | null> {
    let things = this.#after.get(kind);
    if (things === undefined) {
      things = new Map();
      this.#after.set(kind, things);
    }
    return things;
  }
}
