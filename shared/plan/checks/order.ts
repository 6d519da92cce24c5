import type { Placed } from "../world.ts";
import { found, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/** A session begins before one that it comes after has ended: each of its occurrences and each of that one's. */
export const order: Check = (world, placed) => {
  const { session } = placed;
  const firsts = [...new Set(session.after)].filter((id) => id !== session.id).flatMap((id) => world.ofSession(id));
  const later = world.followers(session.id).flatMap((id) => world.ofSession(id));
  return [
    ...firsts.filter((first) => placed.from < first.to).map((first) => tooEarly(placed, first)),
    ...later.filter((one) => one.from < placed.to).map((one) => tooEarly(one, placed)),
  ];
};

function tooEarly(placed: Placed, first: Placed) {
  return found(
    { kind: "order", first: first.session.id, other: first.occurrence.id },
    "error",
    [placed, first],
    first.session.id,
    whenIn(placed.host, placed.from, placed.to),
  );
}
