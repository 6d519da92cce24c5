const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** The dialog that releases a plan: of the planner's and of the organiser's page. */
const words = {
  title: "Release the plan",
  now: "Release now",
  look: "Look",
  number: (number: number) => `Release ${number}.`,
  changed: (changes: number | null) =>
    changes === null ? "It is the first one." : `${count(changes, "thing is", "things are")} not as in the last one.`,
  nothing: (number: number) => `Nothing has changed since release ${number}: there is nothing to release.`,
  is: "Stages, participants’ pages and countdowns follow it from then on. It stays as it is; the draft goes on.",
  errors: (number: number) => count(number, "conflict", "conflicts"),
  errorsHow: "Mend them in the plan, or say of each that it is left so.",
  leave: "Leave it so:",
  warnings: (number: number) => `${count(number, "warning", "warnings")}, not in the way`,
  open: (number: number) => `${count(number, "conflict", "conflicts")} not agreed to yet.`,
  done: (number: number) => `Release ${number} is out.`,
};

export type ReleaseWords = typeof words;
export default words;
