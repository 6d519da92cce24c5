import type { PlanKind } from "../../../shared/plan/suggest/suggestion.ts";
import type { PlannerSuggest } from "../en/plannersuggest.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const sessions = (number: number): string => count(number, "sesión", "sesiones");
const small: readonly string[] = [
  "ninguna",
  "una",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
];
const number = (value: number): string => small[value] ?? String(value);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function length(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [
    minutes > 0 ? count(minutes, "minuto", "minutos") : "",
    rest > 0 || minutes === 0 ? count(rest, "segundo", "segundos") : "",
  ]
    .filter((part) => part !== "")
    .join(" y ");
}

const kinds: Readonly<Record<PlanKind, string>> = {
  fairest: "El más justo",
  "least-total": "El de menos horas",
  "least-change": "El de menos cambios",
};
const takes: Readonly<Record<PlanKind, string>> = {
  fairest: "Tomar el más justo",
  "least-total": "Tomar el de menos horas",
  "least-change": "Tomar el de menos cambios",
};

const words: PlannerSuggest = {
  key: {
    name: "Proponer",
    running: "buscando",
    ready: (plans) => (plans === 1 ? "plan por ver" : "planes por ver"),
  },
  back: "Volver al plan",
  loading: "Pidiendo al servidor la última propuesta…",
  none: "No hay ningún plan propuesto que mostrar.",
  kinds,

  form: {
    title: "Proponer mejores horas de enlace",
    lead: "Primero reciben hora cuantas sesiones se pueda, y llegan a cuanta gente puedan; después se reparten las horas fuera de las buenas, para que ningún grupo pague siempre.",
    lead2:
      "No se rompe por ello ninguna regla del plan, los enlaces obligatorios siguen en vivo, y nada cambia hasta que usted tome un plan.",
    about: "Qué tiene en cuenta",
    now: (hours, one) => `Lo que cuesta ahora el borrador: ${hours} ${one ? "hora" : "horas"}`,
    mode: "Para qué",
    plan: "Planificar",
    planIs: "Las mejores horas que haya, estén donde estén ahora las sesiones.",
    repair: "Reparar",
    repairIs: (release) =>
      `La publicación ${release} con los menos cambios posibles. Lo que ya empezó queda como se celebró.`,
    scope: "Qué puede moverse",
    whole: (number) => `Toda la conferencia, ${sessions(number)}`,
    days: "Estos días",
    daysAre: "Los días",
    daysNote: "Lo que está en estos días y lo que aún no tiene hora. No sale de ellos.",
    some: "Estas sesiones",
    find: "Buscar una sesión",
    found: (chosen, of) => `${chosen} de ${sessions(of)} ${chosen === 1 ? "elegida" : "elegidas"}`,
    all: (number) => (number === 1 ? "Elegir esta" : `Elegir las ${number}`),
    nothingFound: "Ninguna sesión es así.",
    clear: "No elegir ninguna",
    pinned: (number) => (number === 1 ? "1 sesión fijada se queda." : `${number} sesiones fijadas se quedan.`),
    carry: "Contar lo que los grupos pagaron en conferencias anteriores",
    carryIs: "Quien antes pagó mucho paga menos ahora.",
    ledger: "Lo que ha pagado cada grupo",
    time: "Cuánto tiempo como mucho",
    times: (seconds) => length(seconds),
    timeIs:
      "Termina antes si queda demostrado cuál es el mejor plan. Puede detenerlo, o cerrar esta página, en cualquier momento.",
    start: "Buscar mejores horas",
    chooseDays: "Elija al menos un día.",
    chooseSessions: "Elija al menos una sesión.",
    last: (time, city) => `Ver otra vez la última propuesta, de las ${time} en ${city}`,
  },

  missing: {
    title: "Aún no hay nada que buscar",
    days: "La conferencia no tiene días y ninguna sesión tiene hora: no hay dónde poner las sesiones.",
    giveDays: "Ponerle sus días",
    sessions: "No hay ninguna sesión que pueda moverse: todas están canceladas o fijadas.",
    toPlan: "Ir al plan",
  },

  run: {
    title: "Buscando mejores horas de enlace",
    waiting: "Esperando a otra búsqueda",
    waitingIs: "El servidor busca un plan cada vez. Esta búsqueda empieza por sí sola cuando la otra haya terminado.",
    ending: "No queda nada por buscar. Se ponen los planes uno al lado del otro y se hallan las razones.",
    leave: "Dejar el borrador como está",
    stop: "Detener y quedarse con este",
    stopNow: "Detener",
    progress: "Hasta dónde ha llegado",
    saved: (hours, one) =>
      `Aún ${one ? "podría ahorrarse" : "podrían ahorrarse"} como mucho ${hours} ${one ? "hora" : "horas"},`,
    savedBy: "entre todos los grupos.",
    nothingSaved: "Ya no puede ahorrarse ninguna hora,",
    nothingSavedBy: "entre todos los grupos. Falta ver quién las paga.",
    unknown: "Aún no se sabe cuánto podría ahorrarse todavía.",
    kept: "Si se detiene ahora no se pierde nada: este plan se conserva.",
    noPlan: "Aún no hay ningún plan que se pueda conservar.",
    strips: "Verlo en las franjas",
    said: {
      placing: "Buscando un primer plan.",
      plan: (placed, of) => `${placed} de ${sessions(of)} con hora.`,
      proving: "Demostrando que no caben más.",
      sharing: "Repartiendo las horas.",
      now: (hours, one) => `Este plan cuesta ${hours} ${one ? "hora" : "horas"} entre todos los grupos.`,
      over: "La búsqueda ha terminado.",
    },
  },

  plot: {
    title: "Horas fuera de las buenas, todos los grupos",
    seconds: (seconds) => `${seconds} s`,
    minutes: (minutes) => `${minutes} min`,
    draft: (hours) => `el borrador, ${hours}`,
    release: (hours) => `la publicación, ${hours}`,
    plan: (hours) => `este plan, ${hours}`,
    bound: (hours) => `ningún plan baja de ${hours}`,
    none: "La línea empieza con el primer plan.",
  },

  moves: {
    soFar: (moves) =>
      moves === 0
        ? "El plan hallado hasta ahora no mueve nada"
        : `El plan hallado hasta ahora mueve ${number(moves)} ${moves === 1 ? "sesión" : "sesiones"}`,
    moves: (moves) => (moves === 0 ? "No mueve nada" : `Qué se mueve: ${sessions(moves)}`),
    session: "Sesión",
    was: (city) => (city === null ? "Borrador" : `${city}, borrador`),
    wasReleased: (city) => (city === null ? "Publicado" : `${city}, publicado`),
    now: (city) => (city === null ? "Este plan" : `${city}, este plan`),
    pays: "Quién gana, quién paga",
    unplaced: "sin hora",
    notPlaced: "no cabe",
    change: (group, was, now) => `${group} de ${was} a ${now}`,
    places: (group, now) => `${group} ${now}`,
    others: (groups) => `${groups} más`,
    nobody: "nadie paga más ni menos",
    playback: (names) => `en diferido: ${names}`,
    more: (moves) => `Mostrar ${moves} más`,
  },

  result: {
    titles: (plans, kind) =>
      plans === 0
        ? "No se halló ningún plan"
        : plans === 1
          ? kind === "stopped"
            ? "El plan hallado hasta ahora"
            : "Un plan"
          : `${plans === 2 ? "Dos" : plans === 3 ? "Tres" : plans} planes para elegir`,
    placed: (placed, of, plans, isPart) =>
      of === 0
        ? "Ninguna sesión puede moverse."
        : `${placed} de ${isPart ? `las ${sessions(of)} que pueden moverse` : sessions(of)} con hora${plans > 1 ? " en cada uno" : ""}. Nada cambia hasta que usted ${plans > 1 ? "tome uno" : "lo tome"}.`,
    keep: "Quedarse con el borrador",
    again: "Proponer otra vez",
    asOf: (time, city, author) => `Lo pidió ${author}; terminó a las ${time} en ${city}.`,
    also: (first, others) =>
      [first, ...others.map((each) => each.slice(0, 1).toLowerCase() + each.slice(1))].join(", también "),
    worst: (names, more) => `Quien más paga: ${names.join(", ")}${more > 0 ? ` y ${more} más` : ""}.`,
    bars: "Horas fuera de las buenas",
    carried: (hours) => `+ ${hours} de antes`,
    moreGroups: (groups) => `${groups} grupos más`,
    why: "Por qué",
    allReasons: "Todas las razones, por sesión",
    strips: "Verlo en las franjas",
    stripsOf: (kind) => `Verlo en las franjas: ${kind}`,
    take: takes,
    takeThis: "Tomar este plan",
    same: "El borrador ya es este plan",
    taken: (kind, change) => {
      const have = (number: number): string => `${sessions(number)} ${number === 1 ? "tiene" : "tienen"}`;
      const parts = [
        change.moved > 0 ? `${have(change.moved)} otra hora.` : "",
        change.placed > 0 ? `${have(change.placed)} por fin hora.` : "",
        change.lost > 0 ? `${sessions(change.lost)} ya no ${change.lost === 1 ? "tiene" : "tienen"} hora.` : "",
      ].filter((part) => part !== "");
      return [`Tomado: el plan «${kind}».`, ...(parts.length === 0 ? ["Ninguna sesión tiene otra hora."] : parts)].join(
        " ",
      );
    },
    undo: "Deshacerlo",
    away: "Quitar esta nota",
    legendUnavoidable: "no puede evitarse: las horas más baratas de este grupo",
    legendPlan: "viene de este plan",
    legendDraft: "viene de las horas del borrador",
    legendCost: "Horas fuera de las buenas, con su peso: llevadera 1, límite 3, noche 8.",
  },

  unplaced: {
    title: (number) => `${capital(sessions(number))} no ${number === 1 ? "cabe" : "caben"}`,
    see: (number) => `${capital(sessions(number))} no ${number === 1 ? "cabe" : "caben"}: vea por qué, y qué ayudaría`,
    ways: "Qué haría sitio",
    noWay: "Ninguno de los cambios sueltos que se probaron le hace sitio.",
    done: (what) => `Hecho: ${what}`,
  },

  changed: {
    title: "El borrador ha cambiado desde que empezó esta búsqueda",
    edit: (author, edit, time) => `${author} a las ${time}: ${edit}`,
    more: (number) => `y ${number} más`,
    fits: "Los planes siguen sin romper ninguna de sus reglas y pueden tomarse; sus cifras son las del borrador de entonces.",
    fitsNot: "Los planes que ya no encajan no pueden tomarse.",
    thisNot: "Este plan ya no encaja en el borrador",
  },

  preview: {
    title: (kind) => `Un plan propuesto, «${kind}»: todavía no ha cambiado nada.`,
    soFar: "El mejor plan hasta ahora: todavía no ha cambiado nada.",
    moved: "Lo azul tiene otra hora; con rayas, dónde estaba.",
    back: "Volver",
  },

  ledger: {
    title: "Carga en todas las conferencias",
    caption: "Horas fuera de las buenas que ha pagado cada grupo, por conferencia",
    group: "Grupo",
    now: (name) => `${name} (el borrador)`,
    carried: "De antes",
    total: "Total",
    none: "no participó",
    note: "Anteriores son las conferencias que acabaron antes de que empiece esta. Proponer puede contar lo que costaron.",
  },
};

export default words;
