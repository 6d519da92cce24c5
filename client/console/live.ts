import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useComputed } from "@preact/signals";
import type { OccurrenceInfo, PassInfo } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import type { Input, StageCommandName } from "../../shared/protocol/table.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import { namesIn } from "./names.ts";
import type { Names } from "./names.ts";
import { rightsOf } from "./rights.ts";
import type { Rights } from "./rights.ts";
import type { Console } from "./state.ts";
import { tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";
import { words } from "./words.ts";

export const ConsoleContext = createContext<Console | null>(null);

export function useConsole(): Console {
  const found = useContext(ConsoleContext);
  if (found === null) throw new Error("drawn outside of the console");
  return found;
}

/** What the parts draw while a session is joined. */
export interface Live {
  readonly stage: Stage;
  readonly occurrence: OccurrenceInfo;
  readonly pass: PassInfo;
  readonly names: Names;
  readonly rights: Rights;
  readonly t: ConsoleWords;
  /** Gives a command; what fails is said on the page. `name` keeps the same key from running twice. */
  readonly command: <Name extends StageCommandName>(
    name: Name,
    input: Omit<Input<Name>, "commandId">,
    key?: string,
  ) => void;
}

/** Only for parts that the page draws while there are a stage, its occurrence and a pass. */
export function useLive(): Live {
  const { connection, joined, pass, acts } = useConsole();
  const t = words();
  const stage = joined.stage.value;
  const occurrence = joined.occurrence.value;
  const me = pass.value;
  if (stage === null || occurrence === null || me === null) throw new Error("no session is joined");
  const people = joined.people.value;
  const names = namesIn(stage, occurrence, people, t);
  return {
    stage,
    occurrence,
    pass: me,
    names,
    t,
    rights: rightsOf(stage, me, people, names, t),
    command: (name, input, key = name) => acts.run(key, () => connection.command(name, input)),
  };
}

/** The tally as the stations' reports make it. */
export function useTally(): Tally | null {
  const { joined } = useConsole();
  return useComputed(() => (joined.stage.value === null ? null : tallyOf(joined.stage.value, joined.lines.value)))
    .value;
}
