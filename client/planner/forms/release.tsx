import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Conflict } from "../../../shared/plan/conflict.ts";
import { conflictWords } from "../../../shared/plan/words.ts";
import { at } from "../../../shared/record.ts";
import { language } from "../../i18n/language.ts";
import { useActing } from "../../ui/acting.ts";
import { Plate } from "../../ui/plate.tsx";
import type { OpenBoard } from "../board.ts";
import { words as pageWords } from "../words.ts";
import { FormFrame } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

/** Freezes the plan under the next number: what is wrong in it is agreed to one by one, or mended before. */
export function ReleaseForm({ board, onDone }: FormProps): JSX.Element | null {
  const t = words().release;
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const acting = useActing();
  const conference = board.conference.value;
  if (conference === null) return null;
  const draft = at(board.view.value?.drafts ?? {}, conference.id);
  const errors = board.conflicts.value.filter(({ weight }) => weight === "error");
  const warnings = board.conflicts.value.filter(({ weight }) => weight === "warning");
  const open = errors.filter(({ key }) => !agreed.value.has(key)).length;
  const number = (draft?.latest?.number ?? 0) + 1;
  const nothing = draft !== undefined && draft.latest !== null && draft.changed === 0;
  const agree = (key: string, on: boolean): void => {
    const next = new Set(agreed.peek());
    if (on) next.add(key);
    else next.delete(key);
    agreed.value = next;
  };
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const keys = errors.map(({ key }) => key).filter((key) => agreed.peek().has(key));
      const done = await board.edit("release", { conferenceId: conference.id, despite: keys });
      board.say(t.done(done.number));
      onDone();
    });
  return (
    <FormFrame
      board={board}
      acting={acting}
      onSubmit={() => void submit()}
      onDone={onDone}
      act={t.now}
      disabled={open > 0 || nothing}
    >
      <p>
        <b>{t.number(number)}</b>{" "}
        {nothing ? t.nothing : t.changed(draft?.latest === null ? null : (draft?.changed ?? 0))}
      </p>
      <p>{t.is}</p>
      {errors.length > 0 && (
        <fieldset class="agreeing">
          <legend>
            <Plate look="look">{pageWords().look.word}</Plate> {t.errors(errors.length)}
          </legend>
          <p class="quiet">{t.errorsHow}</p>
          {errors.map((conflict) => (
            <label key={conflict.key} class="tick">
              <input
                type="checkbox"
                checked={agreed.value.has(conflict.key)}
                onChange={(event) => agree(conflict.key, event.currentTarget.checked)}
              />
              <Said board={board} conflict={conflict} />
            </label>
          ))}
        </fieldset>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>{t.warnings(warnings.length)}</summary>
          <ul class="said">
            {warnings.map((conflict) => (
              <li key={conflict.key}>
                <Said board={board} conflict={conflict} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p role="status">{open > 0 ? t.open(open) : ""}</p>
    </FormFrame>
  );
}

function Said({ board, conflict }: { readonly board: OpenBoard; readonly conflict: Conflict }): JSX.Element {
  const { title, text } = conflictWords(board.plan.value, board.zones.value, conflict, language.value);
  return (
    <span>
      {words().release.leave} <b>{title}</b> {text}
    </span>
  );
}
