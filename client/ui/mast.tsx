import type { ComponentChildren, JSX } from "preact";
import { useSignal } from "@preact/signals";
import { common } from "../i18n/common.ts";
import { chooseLanguage, language, languages } from "../i18n/language.ts";
import type { Language } from "../i18n/language.ts";
import { Mark } from "./icon.tsx";

interface MastProps {
  readonly name: ComponentChildren;
  /** The name is the page's first heading. */
  readonly heading?: boolean;
  /** Between name and end: what the page is ("Console, Durban"). */
  readonly children?: ComponentChildren;
  readonly end?: ComponentChildren;
}

/** The masthead. The skip link in it leads to `<main id="content">`. */
export function Mast({ name, heading = false, children, end }: MastProps): JSX.Element {
  return (
    <header class="mast">
      <a class="skip" href="#content">
        {common().skip}
      </a>
      <Mark />
      {heading ? <h1 class="name">{name}</h1> : <span class="name">{name}</span>}
      {children}
      {end !== undefined && <span class="end">{end}</span>}
    </header>
  );
}

/** Chooses the page's language; every page has one, in the masthead or at its end. */
export function LanguageMenu({ compact = false }: { readonly compact?: boolean }): JSX.Element {
  const failed = useSignal(false);
  const choose = async (next: Language): Promise<void> => {
    try {
      await chooseLanguage(next);
      failed.value = false;
    } catch {
      failed.value = true; // Its words could not be loaded; the page stays in the language that it has.
    }
  };
  return (
    <label class="language">
      <span class={compact ? "sr" : undefined}>{common().language}</span>
      <select value={language.value} onChange={(event) => void choose(event.currentTarget.value as Language)}>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      {failed.value && <span role="alert">{common().errors.unknown.what}</span>}
    </label>
  );
}
