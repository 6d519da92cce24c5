import { language, onLanguage } from "./language.ts";
import type { Language } from "./language.ts";

/**
 * A page's words: `catalogue({ en: () => import("../i18n/en/join.ts"), es: … })` gives a function that, called in a
 * component, returns the words in the page's language and draws the component again when that changes. The English file's
 * type is the one that the others must have. `start()` waits for all catalogues before it draws.
 */
export function catalogue<Words>(files: Record<Language, () => Promise<{ readonly default: Words }>>): () => Words {
  const loaded = new Map<Language, Words>();
  onLanguage(async (next) => {
    if (!loaded.has(next)) loaded.set(next, (await files[next]()).default);
  });
  return () => {
    const words = loaded.get(language.value);
    if (words === undefined) throw new Error("a catalogue is read before start() has loaded it");
    return words;
  };
}
