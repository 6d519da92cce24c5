/** A word or name as it is compared: no accents, one case, single blanks, no dot or colon at its end. */
export function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[.:]+$/u, "");
}
