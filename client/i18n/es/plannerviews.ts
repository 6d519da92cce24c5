import type { PlannerViews } from "../en/plannerviews.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const weekdays: readonly string[] = ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"];

function length(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? count(hours, "hora", "horas") : "", rest > 0 ? count(rest, "minuto", "minutos") : ""]
    .filter((part) => part !== "")
    .join(" y ");
}

const words: PlannerViews = {
  look: "Mire",
  blocked: "vedada",
  playback: "en diferido",
  playbackOf: (name) => `${name} (en diferido)`,
  everybody: (rooms, groups) =>
    `${rooms === 2 ? "ambas salas" : `las ${rooms} salas`}${groups === 0 ? "" : groups === 1 ? ", el grupo" : ", todos los grupos"}`,
  states: { idea: "idea", tentative: "provisional", firm: "firme", cancelled: "cancelada" },
  minutes: (minutes) => `${minutes} min`,
  nthOf: (nth, of) => `${nth} de ${of}`,
  pays: (most) => `mayor carga: ${most}`,
  weekday: ({ weekday }) => weekdays[weekday] ?? "",

  overview: {
    days: (city) => `Los días, en la hora de ${city}`,
    empty: "Aún sin sesiones",
    nothing: "La conferencia no tiene días y nada tiene hora todavía. Póngale sus días, o dele hora a una sesión.",
    nothingFound: "Ninguna sesión responde a la búsqueda y los filtros.",
    goesOn: (title) => `${title}, continúa`,
    unplaced: (number) => `Aún sin hora: ${number}`,
    legend: "Un nombre con un número paga tantas horas fuera de sus horas buenas.",
    shift: (city, day, minutes) =>
      minutes === 0
        ? `Desde el ${day}, en ${city} es otra vez la hora que muestran los relojes del lado.`
        : `Desde el ${day}, en ${city} es ${length(Math.abs(minutes))} más ${minutes > 0 ? "tarde" : "temprano"} que en los relojes del lado.`,
  },

  session: {
    choose: "Elija una sesión",
    gone: "Esta sesión ya no existe. Elija otra",
    nobody: "Aún no hay ninguna sala ni ningún grupo enlazado.",
    placesCaption: "Cada lugar con su hora local, cómo es esa hora y lo que le cuesta",
    columns: {
      place: "Lugar",
      start: "Inicio local",
      day: "Su día, 24 horas",
      band: "Hora",
      costs: "Cuesta, h",
      room: "Sala",
      setUp: "Montaje",
      lineCheck: "Prueba de línea",
      live: "En vivo",
      overrun: "Puede seguir hasta",
      closed: "Cierre",
    },
    room: "sala",
    host: "sala, anfitriona",
    remote: (people) => `${people}, a distancia`,
    may: "si puede",
    noTime: "aún sin hora",
    seesLater: "la ve después, no paga nada",
    was: (time) => `antes ${time}`,
    clockChange: (city, day, last, next, minutes) =>
      `${city}: los relojes se ${minutes > 0 ? "adelantan" : "atrasan"} ${length(Math.abs(minutes))} el ${day}; después de las ${last} vienen las ${next}.`,
    when: "Cuándo",
    unplaced: "Aún sin hora",
    unplacedHow: "«Buscar una hora» la lleva a la más barata posible del día que se muestra; desde ahí sigue usted.",
    inCity: (city) => `en ${city}.`,
    costs: (hours) => `Cuesta ${hours} en total.`,
    wasAt: (when, hours) => `Antes ${when}, costaba ${hours}.`,
    notPossible: "Ahí no es posible.",
    move: "Mover",
    earlier: "Antes",
    find: "Buscar una hora",
    better: "La próxima mejor",
    nextBetter: (time, hours) => `La próxima mejor: ${time}, cuesta ${hours}`,
    noBetter: "ninguna cerca",
    noneFound: "No hay ninguna en los días que se miraron.",
    putHere: "Poner aquí",
    putBack: "Devolver",
    whyNot: "Por qué no a otra hora",
    reckoning: "Mirando las horas del día…",
    nothingAgainst: "Nada habla en contra de otra hora de este día.",
    why: {
      before: (time) => `Antes de las ${time}:`,
      after: (time) => `Después de las ${time}:`,
      night: (group, time, costs, now) =>
        `para ${group} sería de noche: a las ${time} le costaría ${costs} en vez de ${now}.`,
      impossible: (title) => `${title}.`,
      least: (time) => `Lo que menos cuesta son las ${time}:`,
      leastCosts: (total, payers) =>
        payers.length === 0
          ? "nadie paga nada."
          : `${total} en total; ${payers.map(([hours, name]) => `${name} ${hours}`).join(", ")}.`,
      leastHere: "Ninguna hora posible de este día cuesta menos.",
      cheaper: (time) => `A las ${time}`,
      cheaperBut: (costs, title) => `costaría ${costs}, pero: ${title}.`,
      noneKind: "Ninguna hora es buena para todos.",
      noneKindOf: (groups) =>
        groups === 1
          ? "Ese día el grupo no tiene ninguna de esta duración."
          : `Ese día los ${groups} grupos no comparten ninguna de esta duración.`,
    },
    windows: (city) => `Ventanas de enlace, en la hora de ${city}`,
    burden: "Carga, en horas",
    thisSession: "Esta sesión",
    acts: "Cambiar la sesión",
    edit: "Editar la sesión",
    duplicate: "Duplicar…",
    again: "Tenerla una vez más",
    takeOff: "Quitar del horario",
    removeThis: "Quitar esta fecha",
    others: "Otras sesiones",
    also: (when) => `También: ${when}`,
    before: (what) => `Antes de ella: ${what}`,
    after: (what) => `Después de ella: ${what}`,
    later: "Después",
  },

  burden: {
    title: "Carga de cada grupo",
    group: "Grupo",
    all: "Hasta ahora",
    unavoidable: "Inevitable",
    bar: "Como barra",
    nobody: "Aún no hay grupos. Cada sala trae su público; las personas a distancia forman grupos propios.",
    legend:
      "Horas fuera de las horas buenas en toda la conferencia, con peso: llevadera 1, límite 3, noche 8. Inevitable es lo que costarían aun las horas más baratas posibles; va rayado.",
  },

  table: {
    parts: "Partes de la tabla",
    sessions: "Sesiones",
    wide: "Todas las sesiones, una tabla ancha",
    caption:
      "Sesiones con el inicio local en cada ciudad enlazada y lo que cuestan en horas fuera de las horas buenas. Los encabezados ordenan.",
    columns: {
      session: "Sesión",
      state: "Estado",
      length: "Duración",
      linked: "Enlazados",
      costs: "Cuesta",
      conflicts: "Conflictos",
      acts: "Acciones",
    },
    unplaced: "Aún sin hora",
    linked: (linked, of) => `${linked} de ${of}`,
    notLinked: "sin enlace",
    move: "Mover…",
    place: "Dar hora…",
    legend:
      "Cuesta: horas fuera de las horas buenas, de todas las salas y grupos enlazados. Cada hora es la local de la ciudad de encima.",
  },

  things: {
    titles: { rooms: "Salas", groups: "Grupos", people: "Personas", pools: "Intérpretes y operadores" },
    none: {
      rooms: "Aún no hay salas. Una sala es un lugar donde la gente se sienta junta.",
      groups: "Aún no hay grupos. Un grupo son personas a distancia que comparten una zona.",
      people: "Aún nadie. Personas son quienes hacen falta en una sesión: oradoras, moderadores.",
      pools: "Aún ninguno. Intérpretes de dos idiomas, u operadores de una sede.",
    },
    name: "Nombre",
    place: "Lugar",
    venue: "Sede",
    times: "Montaje y recogida",
    people: "Personas",
    split: "Sesiones paralelas",
    neededIn: "Hace falta en",
    elsewhere: "También en",
    serves: "Para",
    size: "Cuántos",
    rest: "Turno y descanso",
    edit: "Editar",
    at: (city, offset) => `${city}, ${offset}`,
    setUp: (before, after) => `${before} min antes, ${after} min después`,
    audience: "en la sala",
    maySplit: "puede repartirse",
    together: "todos juntos",
    sessions: (number) => count(number, "sesión", "sesiones"),
    between: (one, other) => `interpretación ${one} ↔ ${other}`,
    operators: (venue) => `operadores de ${venue}`,
    stretch: (longest, rest) => `${longest} min como mucho, luego ${rest} min de descanso`,
  },

  conflicts: {
    title: "Conflictos",
    count: (errors, warnings) =>
      [
        errors > 0 ? count(errors, "conflicto", "conflictos") : "",
        warnings > 0 ? count(warnings, "aviso", "avisos") : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    none: {
      overview: "Sin conflictos",
      day: "Sin conflictos este día",
      session: "Sin conflictos en esta sesión",
      table: "Sin conflictos",
      found: "Ningún conflicto entre las sesiones encontradas",
    },
    warning: "Aviso",
    more: (number) => `Mostrar ${number} más`,
    open: (title) => `Abrir «${title}»`,
    looking: "Buscando qué lo arreglaría…",
    notReckoned: "En este dispositivo no se pudo calcular qué lo arreglaría.",
    afterMoving: "Se buscará qué lo arreglaría cuando ponga en su sitio la sesión que tiene en la mano.",
    mended: (done, left) =>
      `Hecho: ${done} ${left === 0 ? "Aquí ya no queda nada que mirar." : `Aquí quedan ${left}.`}`,
  },
};

export default words;
