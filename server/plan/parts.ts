import type { Plan, PlanFile } from "../../shared/plan/model.ts";

/** Some things of a plan ("plan.rooms") or of a release ("released.rooms"), on their way to a thread. */
export interface Part {
  readonly kind: "things";
  readonly list: string;
  readonly things: readonly unknown[];
}

/** The lists of a plan.json. */
type FileList = "venues" | "rooms" | "groups" | "people" | "pools" | "sessions" | "occurrences";
/** A plan.json without them. */
export type FileHead = Omit<PlanFile, FileList>;

/**
 * So many things are sent at once. A message is copied on the server's own thread, on which live sessions wait: 200
 * things take about a millisecond, a plan of thousands at once would take fifty.
 */
const atOnce = 200;

const fileLists: readonly FileList[] = ["venues", "rooms", "groups", "people", "pools", "sessions", "occurrences"];

/** A plan and a release as messages, none of them large; `Gathered` puts them together again. */
export function* partsOf(plan: Plan, released: PlanFile | null): Generator<Part> {
  for (const [kind, things] of Object.entries(plan)) yield* partsOfList(`plan.${kind}`, Object.values(things));
  if (released === null) return;
  for (const list of fileLists) yield* partsOfList(`released.${list}`, released[list]);
}

function* partsOfList(list: string, things: readonly unknown[]): Generator<Part> {
  for (let from = 0; from < things.length; from += atOnce)
    yield { kind: "things", list, things: things.slice(from, from + atOnce) };
}

/** A release without its lists. */
export function headOf(released: PlanFile | null): FileHead | null {
  if (released === null) return null;
  const { format, version, zoneData, conference } = released;
  return { format, version, zoneData, conference };
}

/** Gathers the parts of a plan and of a release. */
export class Gathered {
  readonly #lists = new Map<string, unknown[]>();

  add({ list, things }: Part): void {
    const known = this.#lists.get(list);
    if (known === undefined) this.#lists.set(list, [...things]);
    else known.push(...things);
  }

  plan(): Plan {
    const things = (kind: keyof Plan): Readonly<Record<string, unknown>> => {
      // What was sent is what arrives.
      const list = (this.#lists.get(`plan.${kind}`) ?? []) as readonly { readonly id: string }[];
      return Object.fromEntries(list.map((thing) => [thing.id, thing]));
    };
    return {
      conferences: things("conferences"),
      venues: things("venues"),
      rooms: things("rooms"),
      groups: things("groups"),
      people: things("people"),
      pools: things("pools"),
      sessions: things("sessions"),
      occurrences: things("occurrences"),
    } as Plan;
  }

  released(head: FileHead | null): PlanFile | null {
    if (head === null) return null;
    const lists = Object.fromEntries(fileLists.map((list) => [list, this.#lists.get(`released.${list}`) ?? []]));
    return { ...head, ...lists } as PlanFile;
  }
}
