import type { ReleaseWords } from "../en/release.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const words: ReleaseWords = {
  title: "Publicar el plan",
  now: "Publicar ahora",
  look: "Mire",
  number: (number) => `Publicación ${number}.`,
  changed: (changes) =>
    changes === null ? "Es la primera." : `${count(changes, "cosa no está", "cosas no están")} como en la última.`,
  nothing: (number) => `Nada ha cambiado desde la publicación ${number}: no hay nada que publicar.`,
  is: "Desde entonces la siguen los escenarios, las páginas de participantes y las cuentas atrás. No cambia más; el borrador continúa.",
  errors: (number) => count(number, "conflicto", "conflictos"),
  errorsHow: "Resuélvalos en el plan, o diga de cada uno que se deja así.",
  leave: "Dejarlo así:",
  warnings: (number) => `${count(number, "aviso", "avisos")}, no impiden nada`,
  open: (number) => `${count(number, "conflicto", "conflictos")} sin aceptar.`,
  done: (number) => `La publicación ${number} ha salido.`,
};

export default words;
