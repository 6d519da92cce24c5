import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import type { DraftInfo } from "../../shared/protocol/planner.ts";
import { catalogue } from "../i18n/catalogue.ts";
import { common } from "../i18n/common.ts";
import type { Acting } from "./acting.ts";
import { Key } from "./key.tsx";
import { Plate } from "./plate.tsx";

export const releaseWords = catalogue({
  en: () => import("../i18n/en/release.ts"),
  es: () => import("../i18n/es/release.ts"),
});

/** A conflict in words. */
export interface SaidConflict {
  readonly key: string;
  readonly weight: "error" | "warning";
  readonly title: string;
  readonly text: string;
}

interface ReleaseProps {
  readonly draft: DraftInfo | undefined;
  readonly conflicts: readonly SaidConflict[];
  readonly acting: Acting;
  /** `despite`: the keys of the conflicts that are left so. */
  readonly onRelease: (despite: readonly string[]) => void;
  readonly onCancel: () => void;
  /** What the server said against it. */
  readonly children?: ComponentChildren;
}

/** Freezes the plan under the next number: what is wrong in it is agreed to one by one, or mended before. */
export function Release({ draft, conflicts, acting, onRelease, onCancel, children }: ReleaseProps): JSX.Element {
  const t = releaseWords();
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const errors = conflicts.filter(({ weight }) => weight === "error");
  const warnings = conflicts.filter(({ weight }) => weight === "warning");
  const open = errors.filter(({ key }) => !agreed.value.has(key)).length;
  const latest = draft?.latest ?? null;
  const nothing = latest !== null && draft?.changed === 0;
  if (nothing)
    return (
      <>
        <p>{t.nothing(latest.number)}</p>
        <p class="keys">
          <Key look="main" autofocus onPress={onCancel}>
            {common().close}
          </Key>
        </p>
      </>
    );
  const agree = (key: string, on: boolean): void => {
    const next = new Set(agreed.peek());
    if (on) next.add(key);
    else next.delete(key);
    agreed.value = next;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // Those that were mended meanwhile are not left so.
        const despite = errors.map(({ key }) => key).filter((key) => agreed.peek().has(key));
        if (open === 0) onRelease(despite);
      }}
    >
      <p>
        <b>{t.number((latest?.number ?? 0) + 1)}</b> {t.changed(latest === null ? null : (draft?.changed ?? 0))}
      </p>
      <p>{t.is}</p>
      {errors.length > 0 && (
        <fieldset class="agreeing">
          <legend>
            <Plate look="look">{t.look}</Plate> {t.errors(errors.length)}
          </legend>
          <p class="quiet">{t.errorsHow}</p>
          {errors.map(({ key, title, text }) => (
            <label key={key} class="tick">
              <input
                type="checkbox"
                checked={agreed.value.has(key)}
                onChange={(event) => agree(key, event.currentTarget.checked)}
              />
              <span>
                {t.leave} <b>{title}</b> {text}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>{t.warnings(warnings.length)}</summary>
          <ul class="said">
            {warnings.map(({ key, title, text }) => (
              <li key={key}>
                <b>{title}</b> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p role="status">{open > 0 ? t.open(open) : ""}</p>
      {children}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value} disabled={open > 0}>
          {t.now}
        </Key>
        <Key onPress={onCancel}>{common().cancel}</Key>
      </p>
    </form>
  );
}
