import type { ConsoleWords } from "../en/console.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
/** "e" before the sound of i. */
const and = (name: string): string => (/^h?[ií](?![aeo])/i.test(name) ? `e ${name}` : `y ${name}`);
export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and(names.at(-1) ?? "")}`;

export const links: ConsoleWords["links"] = {
  title: "Enlaces",
  preview: "Previa",
  look: "Atención",
  noLine: "Sin línea",
  open: "Sonido abierto",
  closed: "Sonido cerrado",
  muted: "Sonido silenciado",
  ownScene: "la pantalla muestra su propia imagen",
  ownHolding: "la pantalla muestra la placa de espera",
  noScreen: "ninguna pantalla abierta",
  measuring: "Se está midiendo la línea.",
  lost: (time, minutes) =>
    `Perdida a las ${time}, hace ${minutes < 1 ? "un momento" : count(minutes, "minuto", "minutos")}. Vuelve por sí sola.`,
  never: "Aún sin estación: pulse Iniciar la sala en el equipo de la sala.",
  soundOf: (name) => `Sonido de ${name}`,
  openSound: (name) => `Abrir ${name}`,
  closeSound: (name) => `Cerrar ${name}`,
  unmute: (name) => `Reactivar ${name}`,
  acts: (name) => `Sonido y pantalla de ${name}`,
  people: "Enlaces y personas",
  screenOf: (name) => `Pantalla de ${name}`,
  follow: "Seguir el programa",
  holding: "Placa de espera",
  putPreview: "Poner aquí la vista previa",
  troubles: {
    "camera-lost": "Falta una cámara.",
    "sound-lost": "Falta el sonido de la sala.",
    "return-blocked": "La sala no oye a los demás: alguien debe pulsar una tecla en la estación.",
    "output-lost": "Falta el altavoz.",
  },
  slow: "Línea lenta: las respuestas tardan en llegar.",
  ms: (number) => `${number} ms`,
  lossOf: (share) => `${share} perdido`,
  rates: (up, down, unit) => `${up} sube, ${down} baja ${unit}`,
  decimal: ",",
};

export const monitors: ConsoleWords["monitors"] = {
  preview: "Vista previa",
  nextTake: "Próxima toma",
  program: "Programa",
  empty: "Elija abajo una fuente",
  noPicture: "Sin imagen",
  onScreens: (on, of) => `En el aire en ${on} de ${of} pantallas`,
  onNoScreen: "En el aire, en ninguna pantalla",
  notSeen: "Tomado, aún no se ve",
  holdingPlate: "Nada en el aire",
  notOpen: "Aún sin abrir",
  since: (layout, time) => `${layout} desde las ${time}`,
  noScreen: (names) => `Sin pantalla abierta en ${list(names)}.`,
  waits: (names) => `${list(names)} ${names.length === 1 ? "espera" : "esperan"} la imagen.`,
  own: (names) => `${list(names)} ${names.length === 1 ? "muestra" : "muestran"} su propia imagen.`,
  lost: (names) => `Sin línea con ${list(names)}.`,
  picture: (name) => `Imagen de ${name}`,
  layout: "Disposición",
  layouts: {
    one: "Una",
    two: "Dos lado a lado",
    strip: "Una grande con tira",
    four: "Cuatro en cuadro",
    holding: "Placa de espera",
  },
  shown: {
    one: "Una imagen",
    two: "Dos lado a lado",
    strip: "Una grande con tira",
    four: "Cuatro en cuadro",
    holding: "Placa de espera",
  },
  take: "Tomar",
  conflict: (now) =>
    `Entre tanto alguien cambió el programa: muestra ${now}. Su vista previa se conserva; Tomar la pone en el aire.`,
  holdingNow: "la placa de espera",
  sources: "Fuentes",
  previewOf: (name) => `Vista previa: ${name}`,
  second: (name) => `${name} 2`,
  screenOf: (name) => `Pantalla de ${name}`,
  holding: "Placa de espera",
  taken: "Tomado",
};

export const voices: ConsoleWords["voices"] = {
  title: "Se oye en el aire",
  nobody: "Ahora no se oye a nadie.",
  muted: "silenciado",
  mute: (name) => `Silenciar ${name}`,
  endTurn: (name) => `Terminar turno de ${name}`,
  room: "sala",
  moderates: "modera",
  speaks: "tiene la palabra",
  closed: "Salas cerradas",
};
