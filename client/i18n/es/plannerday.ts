import type { PlannerDayWords } from "../en/plannerday.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const list = (names: readonly string[]): string => {
  if (names.length < 2) return names.join("");
  const last = names.at(-1) ?? "";
  // «y» before an i sound is «e».
  return `${names.slice(0, -1).join(", ")} ${/^h?i(?![aeo])/i.test(last) ? "e" : "y"} ${last}`;
};

const hours = (text: string): string => (text === "1" || /^[¼½¾]$/.test(text) ? `${text} hora` : `${text} horas`);

const words: PlannerDayWords = {
  strips: {
    label: "Franjas del día",
    caption: (places, time, city) =>
      `${count(places, "lugar", "lugares")} por su diferencia con UTC: la hora local en el cursor, ${time} en ${city}, y lo que paga cada uno`,
    cursor: "En el cursor",
    place: "Sala, o gente a distancia",
    strip: "Franja de 30 horas",
    burden: "Carga, en horas",
    burdenParts: "día, hasta ahora",
    closed: "cerrado",
    dayAndBand: (day, band) => `${day}, ${band}`,
    pays: (day, all) => `${hours(day)} este día, ${hours(all)} hasta ahora`,
    paysMost: (day, all) => `como mucho ${hours(day)} este día, como mucho ${hours(all)} hasta ahora`,
    unavoidable: (text) => `, de ellas ${hours(text)} inevitables`,
    folded: (first, more) => `${first} y ${more} más`,
    fold: (number) => `, plegar ${number} lugares`,
    unfold: ", desplegar",
    legendClosed: "cerrado, en el trabajo, no es posible",
    legendUnavoidable: "inevitable",
    clocks: (city, day, from, to) => `Cambia la hora en ${city}, ${day}: las ${from} pasan a ser las ${to}.`,
    clocksMark: (from, to) => `${from}→${to}`,
    look: "Mire",
    none: "En estas horas no hay nada. Tome una sesión sin hora, o pase a otro día.",
    noneAtAll: "En estas horas no hay nada.",
  },
  session: {
    name: (when, minutes, state, costs) => `, ${when}, ${count(minutes, "minuto", "minutos")}, ${state}, ${costs}`,
    when: (day, time, city) => `${day} ${time} ${city}`,
    unplaced: "todavía sin hora",
    costs: (text) => `cuesta ${hours(text)}`,
    costsNobody: "no le cuesta nada a nadie",
    /** Of a suggested plan: where the draft has it. */
    was: (when) => `, estaba ${when}`,
    wasUnplaced: ", no tenía hora",
    conflict: ", mire: algo no está bien",
    moving: ", en movimiento",
    pinned: ", fijada",
    sessions: (number) => count(number, "sesión", "sesiones"),
    from: (time) => `Sesiones desde las ${time}`,
    states: { idea: "idea", tentative: "provisional", firm: "firme", cancelled: "cancelada" },
    minutes: (number) => `${number} min`,
  },
  tray: {
    title: "Sin hora todavía",
    more: (number) => `${number} más`,
  },
  chosen: {
    label: "La sesión elegida",
    span: (day, from, to, city) => `${day}, ${from}–${to} en ${city}`,
    move: "Mover",
    edit: "Editar…",
    local: "Horas locales",
  },
  move: {
    title: (title) => `Mover «${title}»`,
    fromTo: (from, to, city) => `, de ${from} a ${to} en ${city}`,
    to: (to, city) => `, a ${to} en ${city}`,
    cost: (names, time, cost, was) =>
      `${list(names)} ${names.length === 1 ? "empieza" : "empiezan"} a las ${time}: ${
        names.length === 1 ? "le cuesta" : "les cuesta a cada uno"
      } ${cost}${was === null ? "" : `, antes ${was}`}.`,
    others: (number, cost) => `${count(number, "otro paga", "otros pagan")} ${cost} en total.`,
    nobody: "No le cuesta nada a nadie.",
    total: (cost, was) => (was === null ? `${cost} en total` : `${cost} en total, antes ${was}`),
    impossible: "Aquí no es posible",
    more: (number) => `y ${count(number, "razón más", "razones más")}`,
    unknown: "De esta hora no se sabe nada.",
    better: "La siguiente mejor:",
    betterCosts: (when, cost) => `${when}, cuesta ${cost} en total.`,
    noBetter: "Ninguna hora cercana cuesta menos.",
    put: "Poner aquí",
    next: "Siguiente mejor",
    earlier: "Antes",
    earlierName: "Antes, 15 minutos",
    later: "Después",
    laterName: "Después, 15 minutos",
    back: "Devolver",
    keysLabel: "Dónde ponerla",
    may: "Puede empezar aquí",
    taller: "más alto cuesta más",
    hint: "Mayúsculas con una flecha: una hora. Re Pág y Av Pág: un día. [ y ]: la hora posible más cercana.",
  },
  said: {
    taken: (title) =>
      `${title} está en su mano. Las flechas la mueven 15 minutos, Intro la deja, Escape la devuelve a su sitio.`,
    at: (when, cost, was) => `${when}. Cuesta ${hours(cost)}${was === null ? "" : `, antes ${was}`}.`,
    possible: "Puede empezar aquí.",
    impossible: (why) => `No es posible: ${why}`,
    put: (title, when) => `${title} queda el ${when}.`,
    back: (title) => `${title} vuelve a su sitio.`,
    noLegal: "No hay otra hora posible.",
    noBetter: "Ninguna hora cuesta menos.",
  },
  list: {
    caption: "Las sesiones del día en las horas locales de los lugares",
    notLinked: "sin enlace",
    none: "Este día no hay nada.",
    look: "Mire",
  },
};

export default words;
