import { useSignal } from "@preact/signals";
import { useContext, useRef } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import { common } from "../../i18n/common.ts";
import { CallError } from "../../session/contract.ts";
import { useActing } from "../../ui/acting.ts";
import type { Acting } from "../../ui/acting.ts";
import { LineNote } from "../../ui/connection.tsx";
import { Confirm } from "../../ui/dialog.tsx";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { detailWords } from "../refused.tsx";
import { PlanTrouble } from "../trouble.tsx";
import { InSight } from "./insight.tsx";
import { LeavingContext } from "./leaving.ts";
import { words } from "./words.ts";

/** What every form gets. */
export interface FormProps {
  readonly board: OpenBoard;
  readonly onDone: () => void;
}

export interface FormActing extends Acting {
  readonly edit: OpenBoard["edit"];
}

/**
 * What a form sends says which plan its author saw: the one at its opening. What somebody else has changed since is
 * refused once, in words; whoever saves again has read them.
 */
export function useForm(board: OpenBoard): FormActing {
  const acting = useActing();
  const seen = useRef(board.seq.peek());
  return {
    ...acting,
    async edit(name, input) {
      try {
        return await board.editSince(seen.current, name, input);
      } catch (error) {
        if (error instanceof CallError && error.code === "conflict") seen.current = board.seq.peek();
        throw error;
      }
    },
  };
}

interface FrameProps extends FormProps {
  readonly acting: Acting;
  /** Called when everything that is asked for is there. */
  readonly onSubmit: () => void;
  /** Of the main key, if it is not "Save". */
  readonly act?: string;
  readonly disabled?: boolean;
  /** The form itself says what the server asked. */
  readonly asks?: boolean;
  /** More keys: copy. */
  readonly more?: ComponentChildren;
  /** What removes the thing, where it may be. */
  readonly removal?: Removal | false;
  readonly children: ComponentChildren;
}

/** A form with its keys and what the server said against it. */
export function FormFrame({
  board,
  acting,
  onSubmit,
  onDone,
  act,
  disabled,
  asks,
  more,
  removal = false,
  children,
}: FrameProps): JSX.Element {
  const leaving = useContext(LeavingContext);
  return (
    <form
      onInput={() => leaving?.typed()}
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled === true) return;
        onSubmit();
        const form = event.currentTarget;
        // Once it is drawn.
        requestAnimationFrame(() => showWrong(form));
      }}
    >
      {children}
      {!asks && <FormError board={board} error={acting.error.value} />}
      <FormLine board={board} />
      {leaving?.warned.value === true && (
        <InSight>
          <p class="wrong" role="alert">
            {words().unsaved}
          </p>
        </InSight>
      )}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value} disabled={disabled ?? false}>
          {act ?? common().save}
        </Key>
        <Key onPress={onDone}>{common().cancel}</Key>
        {(more !== undefined || removal) && (
          <span class="keys end">
            {more}
            {removal && <RemoveKey acting={acting} removal={removal} onDone={onDone} />}
          </span>
        )}
      </p>
    </form>
  );
}

/** What is missing may be far above the key that was pressed. */
function showWrong(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>("[aria-invalid]");
  field?.focus();
  (field ?? form.querySelector(".wrong[role=alert]"))?.scrollIntoView({ block: "nearest" });
}

/** That the line is lost: the page's own note is behind the dialog. */
export function FormLine({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  if (board.form.value === null || board.connection.state.value !== "lost") return null;
  return (
    <InSight>
      <LineNote connection={board.connection} time={board.time} />
    </InSight>
  );
}

/** Why the server refused, with what it said of it. */
export function FormError({
  board,
  error,
}: {
  readonly board: OpenBoard;
  readonly error: unknown;
}): JSX.Element | null {
  if (error === null) return null;
  const detail = error instanceof CallError ? error.failure.detail : undefined;
  const text = detail === undefined ? "" : detailWords(board, detail);
  return (
    <InSight>
      <PlanTrouble error={error}>{text !== "" && <p>{text}</p>}</PlanTrouble>
    </InSight>
  );
}

/** What the key that removes a thing asks, and does. */
interface Removal {
  /** The thing's name, for the question. */
  readonly name: string;
  readonly text: string;
  readonly act: () => Promise<unknown>;
}

interface RemoveProps {
  readonly acting: Acting;
  readonly removal: Removal;
  readonly onDone: () => void;
}

/** The key that removes a thing, and its question. */
function RemoveKey({ acting, removal: { name, text, act }, onDone }: RemoveProps): JSX.Element {
  const t = words();
  const asking = useSignal(false);
  const close = (): void => {
    asking.value = false;
  };
  return (
    <>
      <Key
        onPress={() => {
          asking.value = true;
        }}
      >
        {t.remove.key}
      </Key>
      {asking.value && (
        <Confirm
          title={t.remove.title(name)}
          safe={t.remove.keep}
          act={t.remove.act}
          busy={acting.busy.value}
          onClose={close}
          onAct={() =>
            void acting.run(async () => {
              close();
              await act();
              onDone();
            })
          }
        >
          <p>{text}</p>
        </Confirm>
      )}
    </>
  );
}

interface TextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What is in every input: its value, and what to do with another one. */
export const typed = ({ value, onChange }: TextProps) => ({
  value,
  onInput: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
});

/** Only what differs: an edit names what it changes, so that two people can change two things of one. */
export function changed<Fields extends object>(
  before: { readonly [Key in keyof Fields]: unknown },
  after: Fields,
): Partial<Fields> {
  const entries = Object.entries(after) as [keyof Fields, unknown][];
  return Object.fromEntries(
    entries.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  ) as Partial<Fields>;
}
