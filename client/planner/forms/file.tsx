import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { planFile } from "../../../shared/plan/file.ts";
import type { PlanFile } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import { useActing } from "../../ui/acting.ts";
import { Field } from "../../ui/field.tsx";
import { Key } from "../../ui/key.tsx";
import { dayWords } from "../times.ts";
import { FormFrame } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { asInput } from "./input.ts";
import { words } from "./words.ts";

/** The whole plan as a file, out and in. */
export function FileForm({ board, onDone }: FormProps): JSX.Element {
  const t = words().file;
  const read = useSignal<PlanFile | null>(null);
  const wrong = useSignal("");
  const acting = useActing();
  const conference = board.conference.value;
  const forAll = board.view.value?.conferenceId === null;

  const open = async (file: File | undefined): Promise<void> => {
    read.value = null;
    wrong.value = "";
    if (file === undefined) return;
    const found = parsed(await file.text());
    if (found === null) wrong.value = t.noPlan;
    else read.value = found;
  };
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const file = read.peek();
      if (file === null) return;
      board.chooseConference((await board.edit("importPlan", asInput({ file }))).id);
      onDone();
    });
  const found = read.value;
  const there = found === null ? undefined : at(board.plan.value.conferences, found.conference.id);
  return (
    <>
      {conference !== null && (
        <section class="stack">
          <h3>{t.out}</h3>
          <p>{t.outIs(conference.name)}</p>
          <p class="keys">
            <Key onPress={() => download(planFile(board.plan.peek(), conference.id))}>{t.save}</Key>
          </p>
        </section>
      )}
      {forAll && (
        <FormFrame
          board={board}
          acting={acting}
          onSubmit={() => void submit()}
          onDone={onDone}
          act={t.read}
          disabled={found === null}
        >
          <h3>{t.in}</h3>
          <Field label={t.choose} hint={t.inIs} wrong={wrong.value || undefined}>
            {(control) => (
              <input
                {...control}
                type="file"
                accept=".json,application/json"
                onChange={(event) => void open(event.currentTarget.files?.[0])}
              />
            )}
          </Field>
          {found !== null && (
            <div role="status" class="stack">
              <p>
                <b>{found.conference.name}</b>
                {found.conference.firstDay !== null && `, ${dayWords(found.conference.firstDay)}`}
              </p>
              <p>{t.holds(found.rooms.length, found.groups.length, found.people.length, found.pools.length)}</p>
              <p>{t.sessions(found.sessions.length, found.occurrences.filter(({ start }) => start !== null).length)}</p>
              <p class={there === undefined ? "" : "wrong"}>{there === undefined ? t.fresh : t.replaces(there.name)}</p>
              {found.zoneData !== board.zones.value.version && (
                <p class="wrong">{t.otherZones(found.zoneData, board.zones.value.version)}</p>
              )}
            </div>
          )}
        </FormFrame>
      )}
    </>
  );
}

/** What looks like a plan; the server looks at every field. Null: it is none. */
function parsed(text: string): PlanFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // Not JSON, so not a plan.
  }
  if (typeof value !== "object" || value === null) return null;
  const { format, version, conference, ...rest } = value as Partial<Record<string, unknown>>;
  const lists = ["venues", "rooms", "groups", "people", "pools", "sessions", "occurrences"];
  const whole =
    format === "crossroom-plan" &&
    version === 1 &&
    typeof conference === "object" &&
    conference !== null &&
    lists.every((name) => Array.isArray(rest[name]));
  return whole ? (value as PlanFile) : null;
}

function download(file: PlanFile): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "plan.json";
  link.click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
