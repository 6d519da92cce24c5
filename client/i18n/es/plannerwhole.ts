import type { PlannerFormsWords } from "../en/plannerforms.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const copy: PlannerFormsWords["copy"] = {
  make: "Duplicar",
  session: "Con los mismos enlaces. Aún sin hora.",
  day: (day) => `Todas las sesiones que empiezan el ${day}, a las mismas horas de otro día.`,
  conference:
    "Con sus salas y sesiones a las mismas horas de los nuevos días. Grupos, personas e intérpretes se comparten, no se copian.",
  another: (name) => `${name}, copia`,
  title: "Título de la copia",
  name: "Nombre de la copia",
  fromDay: "Día",
  toDay: "Al",
  firstDay: "Su primer día",
  firstDayHint: "Vacío: los mismos días.",
};

export const file: PlannerFormsWords["file"] = {
  out: "Sacar",
  outIs: (name) => `Todo «${name}» como plan.json: para guardarlo, enviarlo o leerlo en otro lugar.`,
  save: "Guardar plan.json",
  in: "Traer",
  choose: "plan.json",
  inIs: "Verá qué contiene antes de que pase nada.",
  noPlan: "Eso no es un plan de Crossroom.",
  read: "Leerlo",
  holds: (rooms, groups, people, pools) =>
    [
      count(rooms, "sala", "salas"),
      count(groups, "grupo", "grupos"),
      count(people, "persona", "personas"),
      count(pools, "equipo", "equipos"),
    ].join(", "),
  sessions: (sessions, placed) => `${count(sessions, "sesión", "sesiones")}, ${placed} con hora`,
  fresh: "Será una conferencia nueva.",
  replaces: (name) => `«${name}» ya está aquí y quedará como el archivo. Puede deshacerlo.`,
  otherZones: (file, here) =>
    `Se hizo con los datos de zonas ${file}; aquí están los ${here}: se conservan las horas locales.`,
};

export const zoneData: PlannerFormsWords["zoneData"] = {
  take: "Tomar los nuevos datos",
  is: (version) =>
    `El servidor tiene los datos de zonas horarias ${version}. Con ellos algunas horas locales son otro momento que antes. Diga de cada sesión qué se conserva.`,
  none: "Ninguna sesión cambia con ellos.",
  was: (when, city, data) => `Era ${when} en ${city}, según los datos ${data}.`,
  wall: (when, city, offset, utc) => `Mantener la hora local: ${when} en ${city} (${offset}), ahora ${utc} UTC`,
  wallAsks: (when, city) =>
    `Mantener la hora local: ${when} en ${city}, que ahora no existe allí o se repite: queda como conflicto`,
  instant: (when, city, offset, utc) => `Mantener el momento: ${utc} UTC, ahora ${when} en ${city} (${offset})`,
};

export const journal: PlannerFormsWords["journal"] = {
  none: "Nada todavía.",
  by: (author, day, time, city) => `${author}, ${day}, ${time} en ${city}`,
  undo: "Deshacer",
  undoOf: (edit) => `Deshacer: ${edit}`,
  close: "Cerrar",
};

export const keys: PlannerFormsWords["keys"] = {
  list: [
    { keys: ["Tab"], does: "De control en control; una sola parada para las sesiones de un día" },
    { keys: ["←", "→"], does: "En el día: de sesión en sesión; mientras una se mueve: 15 minutos" },
    { keys: ["Enter"], does: "Toma una sesión, y la deja" },
    { keys: ["Shift", "←", "→"], does: "Una hora antes o después" },
    { keys: ["PgUp", "PgDn"], does: "Un día antes o después" },
    { keys: ["[", "]"], does: "El comienzo posible anterior o siguiente" },
    { keys: ["B"], does: "El siguiente comienzo mejor" },
    { keys: ["Esc"], does: "La devuelve a donde estaba" },
    { keys: ["Ctrl", "Z"], does: "Deshace su último cambio" },
    { keys: ["Ctrl", "Y"], does: "Lo rehace" },
  ],
};
