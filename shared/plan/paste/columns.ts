import type { ColumnName } from "./model.ts";
import { plainWords } from "./plainwords.ts";

// What columns may be called, in English and Spanish, in any case and with or without accents.
const names: Readonly<Record<ColumnName, readonly string[]>> = {
  title: ["title", "session", "name", "topic", "titulo", "sesion", "nombre", "tema"],
  day: ["day", "date", "dia", "fecha"],
  time: ["time", "start", "starts", "begin", "begins", "from", "hora", "inicio", "comienzo", "empieza", "desde"],
  length: ["length", "minutes", "min", "duration", "duracion", "minutos"],
  end: ["end", "ends", "until", "to", "fin", "final", "termina", "hasta"],
  host: ["host", "host room", "anfitrion", "anfitriona", "sala anfitriona", "sede"],
  rooms: ["room", "rooms", "linked rooms", "sala", "salas", "salas enlazadas"],
  groups: ["group", "groups", "remote groups", "grupo", "grupos", "grupos remotos"],
  speakers: ["speaker", "speakers", "people", "person", "ponente", "ponentes", "personas", "persona", "oradores"],
  languages: ["language", "languages", "idioma", "idiomas", "lengua", "lenguas"],
  state: ["state", "status", "estado"],
  priority: ["priority", "prioridad"],
};

const byName = new Map(
  Object.entries(names).flatMap(([column, all]) => all.map((name) => [name, column as ColumnName] as const)),
);

/** What a column of this name says; null: nothing that is read. "Length (min)" is Length. */
export function columnOf(header: string): ColumnName | null {
  const name = plainWords(header.replace(/\(.*?\)/gu, " "));
  return byName.get(name) ?? null;
}
