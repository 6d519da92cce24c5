import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** The languages that every catalogue is complete in, by their own names. */
export const languages = { en: "English", es: "Español" } as const;
export type Language = keyof typeof languages;

const kept = "crossroom.language";
const isLanguage = (text: string): text is Language => Object.keys(languages).includes(text);

const loaders: ((language: Language) => Promise<void>)[] = [];
const current = signal<Language>(wanted());

/** The language that the page is in; catalogues are there for it. */
export const language: ReadonlySignal<Language> = current;

/** Chosen here before, or the browser's first language that we have. */
function wanted(): Language {
  const chosen = stored();
  if (chosen !== null && isLanguage(chosen)) return chosen;
  for (const tag of navigator.languages) {
    const [short = ""] = tag.toLowerCase().split("-");
    if (isLanguage(short)) return short;
  }
  return "en";
}

function stored(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // Storage is switched off: the browser's languages decide.
  }
}

/** For catalogues: called with each language before the page turns to it. */
export function onLanguage(load: (language: Language) => Promise<void>): void {
  loaders.push(load);
}

/** Loads every catalogue of the page in its language. Rejects if the line is lost meanwhile. */
export async function loadLanguage(): Promise<void> {
  await turnTo(current.peek());
}

/** Turns the page to a language and remembers it. Rejects, and changes nothing, if the words cannot be loaded. */
export async function chooseLanguage(next: Language): Promise<void> {
  await turnTo(next);
  try {
    localStorage.setItem(kept, next);
  } catch {
    return; // Not remembered where storage is switched off; the page is in the language all the same.
  }
}

async function turnTo(next: Language): Promise<void> {
  await Promise.all(loaders.map((load) => load(next)));
  document.documentElement.lang = next;
  current.value = next;
}
