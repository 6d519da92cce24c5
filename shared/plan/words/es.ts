import type { Band } from "../model.ts";
import type { Catalogue, GroupName, Hole, Moment, RoomName, Stretch } from "./facts.ts";
import { spanish as languages } from "./languages.ts";
import { isOne, quarters } from "./numbers.ts";

const weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];
const bands: Readonly<Record<Band, string>> = {
  kind: "horas buenas",
  bearable: "horas llevaderas",
  shoulder: "horas límite",
  night: "horas de noche",
  blocked: "horas vedadas",
};

export const day = (moment: Moment): string => `${weekdays[moment.weekday]} ${moment.day} de ${months[moment.month]}`;
export const theDay = (moment: Moment): string => `del ${day(moment)}`;
export const onDay = (moment: Moment): string => `el ${day(moment)}`;
/** "las 19:30", but "la 01:30". */
export const the = (time: string): string => `${time.startsWith("01:") ? "la" : "las"} ${time}`;
export const hour = (time: string): string => `a ${the(time)}`;
export const at = (moment: Moment): string => `${hour(moment.time)} ${theDay(moment)}`;
export const isSameDay = (a: Moment, b: Moment): boolean => day(a) === day(b) && a.year === b.year;
export const span = ({ from, to }: Stretch): string =>
  isSameDay(from, to)
    ? `de ${from.time} a ${to.time} ${onDay(from)}`
    : `desde ${the(from.time)} ${theDay(from)} hasta ${the(to.time)} ${theDay(to)}`;
/** The same after a day was named. */
const spanOn = (named: Moment | null, stretch: Stretch): string =>
  named !== null && isSameDay(named, stretch.from) && isSameDay(named, stretch.to)
    ? `de ${stretch.from.time} a ${stretch.to.time}`
    : span(stretch);
const atOn = (named: Moment | null, moment: Moment): string =>
  named !== null && isSameDay(named, moment) ? hour(moment.time) : at(moment);

export const quoted = (title: string): string => `«${title}»`;
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const list = (items: readonly string[]): string => {
  if (items.length < 2) return items.join("");
  const last = items.at(-1) ?? "";
  // "y" becomes "e" before the sound i.
  const and = /^[«]?h?[ií](?![ae])/i.test(last) ? "e" : "y";
  return `${items.slice(0, -1).join(", ")} ${and} ${last}`;
};
export const titles = (all: readonly string[]): string => list(all.map(quoted));
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const minutes = (number: number): string =>
  number < 120 && number !== 60
    ? count(number, "minuto", "minutos")
    : [
        count(Math.floor(number / 60), "hora", "horas"),
        ...(number % 60 === 0 ? [] : [count(number % 60, "minuto", "minutos")]),
      ].join(" y ");
const burden = (hours: number): string => `${quarters(hours)} ${isOne(hours) ? "hora" : "horas"} de carga`;
const decimal = (number: number): string => String(number).replace(".", ",");
export const reason = (because: string): string => (because === "" ? "" : ` (${because})`);
const language = (code: string): string => languages[code.split("-")[0] ?? code] ?? code;
export const inLanguages = (pair: readonly [string, string]): string => list(pair.map(language));
export const time = (city: string): string => `hora de ${city}`;

export const theRoom = ({ name, city }: RoomName): string =>
  name === city ? `la sala de ${city}` : `la sala ${name} de ${city}`;
export const theGroup = ({ name, city, audience }: GroupName): string => {
  if (audience !== null) return `el público de ${theRoom(audience)}`;
  return `el grupo ${name.includes(city) ? name : `${name} (${city})`}`;
};
const who = (one: RoomName | GroupName): string => (one.kind === "room" ? theRoom(one) : theGroup(one));
/** "de" and "a" merge with "el". */
export const of = (name: string): string => (name.startsWith("el ") ? `del ${name.slice(3)}` : `de ${name}`);
export const to = (name: string): string => (name.startsWith("el ") ? `al ${name.slice(3)}` : `a ${name}`);

const hole = (away: Hole, on: Moment): string => {
  const { from, to: until, because } = away;
  const when =
    from !== null && until !== null
      ? span({ from, to: until })
      : from !== null
        ? `desde ${the(from.time)} ${theDay(from)}`
        : until !== null
          ? `hasta ${the(until.time)} ${theDay(until)}`
          : onDay(on);
  return when + reason(because);
};
const namedIn = ({ from, to: until }: Hole, on: Moment): Moment | null => {
  if (from !== null && until !== null) return isSameDay(from, until) ? from : null;
  return from ?? until ?? on;
};

const conflicts: Catalogue["conflicts"] = {
  "room-closed": ({ session, runs, room, part, lies, hole: closed, setUp, turnRound }) => {
    const edge = lies === "closes" ? closed.from : lies === "opens" ? closed.to : null;
    const verb = lies === "closes" ? "cierra" : "abre";
    const named = edge ?? namedIn(closed, runs.from);
    const first =
      edge === null ? `está cerrada ${hole(closed, runs.from)}` : `${verb} ${at(edge)}${reason(closed.because)}`;
    const then = {
      "set-up": `empieza allí ${atOn(named, runs.from)}, y antes hacen falta ${minutes(setUp)} de preparación`,
      session: `está allí ${spanOn(named, runs)}`,
      clearing: `termina allí ${atOn(named, runs.to)}, y después hacen falta ${minutes(turnRound)} para recoger`,
    }[part];
    const title = {
      closes: "sigue cuando la sala ya cierra",
      opens: "empieza antes de que abra la sala",
      closed: "está en una sala cerrada",
    };
    return {
      title: `${quoted(session)} ${title[lies]}`,
      text: `${capital(theRoom(room))} ${first}. ${quoted(session)} ${then}.`,
    };
  },
  "room-double": ({ session, other, room, runs, overlap }) => ({
    title: `Dos sesiones a la vez en ${theRoom(room)}`,
    text: `${titles([other, session])} están a la vez en ${theRoom(room)}, ${span(overlap ?? runs)}.`,
  }),
  "room-turn-round": ({ session, other, room, runs, otherRuns, setUp, turnRound, short }) => {
    const takes = [
      ...(turnRound > 0 ? [`recoger lleva ${minutes(turnRound)}`] : []),
      ...(setUp > 0 ? [`preparar lleva ${minutes(setUp)}`] : []),
    ];
    return {
      title: `${quoted(session)} sigue demasiado pronto a ${quoted(other)}`,
      text: `${quoted(other)} termina en ${theRoom(room)} ${at(otherRuns.to)}, y ${quoted(session)} empieza allí ${atOn(otherRuns.to, runs.from)}. ${capital(list(takes))}: faltan ${minutes(short)}.`,
    };
  },
  "group-blocked": ({ session, group, runs, city, hole: away }) => ({
    title: `${quoted(session)} cae cuando ${theGroup(group)} no puede`,
    text: `${capital(theGroup(group))} no puede venir ${hole(away, runs.from)}, ${time(city)}. ${quoted(session)} es allí ${spanOn(namedIn(away, runs.from), runs)}.`,
  }),
  "group-double": ({ session, other, group, runs, overlap, city }) => ({
    title: `Dos sesiones a la vez para ${theGroup(group)}`,
    text: `${titles([other, session])} necesitan a la vez ${to(theGroup(group))}, ${span(overlap ?? runs)}, ${time(city)}. Estas personas no deben repartirse entre sesiones paralelas.`,
  }),
  "group-night": ({ session, group, runs, city, night, burden: cost }) => ({
    title: `Noche para ${theGroup(group)}`,
    text: `${quoted(session)} es ${span(runs)}, ${time(city)}. ${night === null ? "Eso" : capital(spanOn(runs.from, night))} es noche para ${theGroup(group)}: ${burden(cost)} en total.`,
  }),
  "person-double": ({ session, other, person, runs, otherRuns, overlap, rest, short, city }) =>
    overlap === null
      ? {
          title: `Poco descanso para ${person}`,
          text: `${person} necesita ${minutes(rest)} de descanso entre sesiones. ${quoted(other)} termina ${at(otherRuns.to)}, y ${quoted(session)} empieza ${atOn(otherRuns.to, runs.from)}, ${time(city)}: faltan ${minutes(short)}.`,
        }
      : {
          title: `Dos sesiones a la vez para ${person}`,
          text: `${person} hace falta en ${titles([other, session])}, que coinciden ${span(overlap)}, ${time(city)}.`,
        },
  "person-travel": ({ session, person, runs, travel, because, city }) => ({
    title: `${person} está de viaje durante ${quoted(session)}`,
    text: `${person} está de viaje ${span(travel)}, ${time(city)}${reason(because)}. ${quoted(session)}, donde hace falta ${person}, es ${spanOn(isSameDay(travel.from, travel.to) ? travel.from : null, runs)}.`,
  }),
  "person-blocked": ({ session, person, runs, hole: away, city }) => ({
    title: `${quoted(session)} cae cuando ${person} no puede`,
    text: `${person} no puede venir ${hole(away, runs.from)}, ${time(city)}. ${quoted(session)}, donde hace falta ${person}, es ${spanOn(namedIn(away, runs.from), runs)}.`,
  }),
  "person-places": ({ session, person, runs, cities, city }) => ({
    title: `${person} está en dos lugares`,
    text: `Según el plan, ${person} está a la vez en ${list(cities)} ${onDay(runs.from)}. ${quoted(session)}, donde hace falta ${person}, es ${spanOn(runs.from, runs)}, ${time(city)}.`,
  }),
  "pool-empty": ({ sessions, pool, needed, size, stretch, runs, city }) => ({
    title: `No alcanza el equipo ${quoted(pool)}`,
    text: `${titles(sessions)} ${sessions.length === 1 ? "ocupa" : "ocupan"} a ${needed} del equipo ${quoted(pool)} ${at(runs.from)}, ${time(city)}, y hay ${size}.${longer(stretch)}`,
  }),
  "pool-rest": ({ sessions, pool, needed, size, rest, stretch, runs, city }) => ({
    title: `Sin descanso en el equipo ${quoted(pool)}`,
    text: `Con ${minutes(rest)} de descanso tras cada sesión, ${titles(sessions)} ocupan a ${needed} del equipo ${quoted(pool)} ${at(runs.from)}, ${time(city)}, y hay ${size}.${longer(stretch)}`,
  }),
  "no-interpreters": ({ session, runs, pair, city }) => ({
    title: `Sin intérpretes para ${quoted(session)}`,
    text: `${quoted(session)} es ${span(runs)}, ${time(city)}, en ${inLanguages(pair)}. La conferencia no tiene intérpretes entre los dos idiomas.`,
  }),
  uplink: ({ sessions, venue, direction, needed, has, runs, city }) => ({
    title: `La línea de ${quoted(venue)} no alcanza`,
    text: `${titles(sessions)} ${sessions.length === 1 ? "necesita" : "necesitan"} ${decimal(needed)} Mbit/s de ${direction === "up" ? "subida" : "bajada"} en ${quoted(venue)} ${at(runs.from)}, ${time(city)}, y la línea da ${decimal(has)}.`,
  }),
  order: ({ session, other, runs, otherRuns, city }) => ({
    title: `${quoted(session)} empieza antes de que termine ${quoted(other)}`,
    text: `${quoted(session)} va después de ${quoted(other)}. Empieza ${at(runs.from)}, ${time(city)}, y ${quoted(other)} termina ${atOn(runs.from, otherRuns.to)}.`,
  }),
  gap: ({ session, runs, change, city }) => ({
    title: `${quoted(session)} tiene una hora que no existe`,
    text: `${quoted(session)} está prevista ${at(runs.from)} en ${city}. Allí los relojes se adelantan entonces de ${change.from.time} a ${change.to.time}: esa hora no existe.`,
  }),
  fold: ({ session, runs, change, city }) => ({
    title: `${quoted(session)} tiene una hora que viene dos veces`,
    text: `${quoted(session)} está prevista ${at(runs.from)} en ${city}. Allí los relojes se atrasan entonces de ${change.from.time} a ${change.to.time}: esa hora viene dos veces, y nadie ha dicho cuál es.`,
  }),
  "outside-conference": ({ session, runs, first, last, city }) => ({
    title: `${quoted(session)} está fuera de la conferencia`,
    text: `${quoted(session)} es ${span(runs)}, ${time(city)}. La conferencia ${first !== null ? `empieza ${onDay(first)}` : last !== null ? `termina ${onDay(last)}` : "es en otros días"}.`,
  }),
  "outside-range": ({ session, runs, part, firstDay, lastDay, earliest, latest, city }) => {
    const until = latest === null ? null : `${latest.time}${latest.nextDay ? " del día siguiente" : ""}`;
    const days =
      firstDay !== null && lastDay !== null
        ? isSameDay(firstDay, lastDay)
          ? onDay(firstDay)
          : `entre ${onDay(firstDay)} y ${onDay(lastDay)}`
        : firstDay !== null
          ? `${onDay(firstDay)} o después`
          : lastDay !== null
            ? `${onDay(lastDay)} o antes`
            : "en otros días";
    const hours =
      earliest !== null && until !== null
        ? `entre ${earliest} y ${until}`
        : earliest !== null
          ? `${hour(earliest)} o después`
          : until !== null
            ? `como tarde hasta ${until}`
            : "a otras horas";
    return {
      title: `${quoted(session)} está fuera de su margen`,
      text: `${quoted(session)} es ${span(runs)}, ${time(city)}. Debe ser ${part === "day" ? days : hours}.`,
    };
  },
  "zone-moved": ({ session, runs, was, becomes, version, city }) => ({
    title: `${quoted(session)} se mueve con los nuevos datos de zonas`,
    text: `${quoted(session)} está prevista ${at(runs.from)} en ${city}. Antes, eso equivalía a ${was.time} UTC; con los datos de zonas ${version}, a ${becomes.time} UTC${isSameDay(was, becomes) ? "" : ` ${theDay(becomes)}`}.`,
  }),
};

function longer(stretch: number | null): string {
  return stretch === null ? "" : ` Una sesión de más de ${minutes(stretch)} ocupa a dos.`;
}

const mends: Catalogue["mends"] = {
  move: ({ session, to: moment, city, costs }) =>
    `Mover ${quoted(session)} ${at(moment)}, ${time(city)}: ${quarters(Math.abs(costs)) === "0" ? "sin más carga" : `${burden(Math.abs(costs))} ${costs > 0 ? "más" : "menos"}`}.`,
  playback: ({ session, who: one }) => `Dar ${quoted(session)} ${to(who(one))} en diferido.`,
  unlink: ({ session, who: one }) => `Dejar ${to(who(one))} fuera de ${quoted(session)}.`,
  "open-room": ({ room, span: open }) => `Abrir ${theRoom(room)} también ${span(open)}.`,
  "open-hours": ({ who: one, span: open, city, band }) =>
    typeof one === "string"
      ? `Acordar con ${one} que venga ${span(open)}, ${time(city)}, a pesar de todo.`
      : `Acordar con ${theGroup(one)} que venga ${span(open)}, ${time(city)}, a pesar de todo, como ${bands[band]}.`,
  shorten: ({ session, minutes: length, was }) => `Acortar ${quoted(session)} de ${minutes(was)} a ${minutes(length)}.`,
  "turn-round": ({ room, setUp, turnRound }) =>
    `Dejar en ${theRoom(room)} solo ${minutes(setUp)} para preparar antes de una sesión y ${minutes(turnRound)} para recoger después.`,
  "may-split": ({ group }) => `Dejar que la gente ${of(theGroup(group))} elija entre sesiones paralelas.`,
  "grow-pool": ({ pool, size }) => `Tener ${size} en el equipo ${quoted(pool)}.`,
  "make-pool": ({ pair }) => `Crear un equipo de intérpretes entre ${inLanguages(pair)}.`,
  "faster-line": ({ venue, up, down }) =>
    `Conseguir para ${quoted(venue)} una línea de ${decimal(up)} Mbit/s de subida y ${decimal(down)} Mbit/s de bajada.`,
  "drop-order": ({ session, first }) => `Dejar que ${quoted(session)} empiece sin esperar a ${quoted(first)}.`,
  "drop-person": ({ session, person }) => `Hacer ${quoted(session)} sin ${person}.`,
  "choose-offset": ({ session, at: moment, city, which, offset }) =>
    `Empezar ${quoted(session)} cuando los relojes de ${city} marquen ${the(moment.time)} por ${which === "first" ? "primera" : "segunda"} vez ${onDay(moment)} (${offset}).`,
  "keep-wall": ({ session, at: moment, city }) =>
    `Mantener la hora local: ${quoted(session)} sigue ${at(moment)} en ${city}.`,
  "keep-instant": ({ session, at: moment, city }) =>
    `Mantener el momento: ${quoted(session)} es entonces ${at(moment)} en ${city}.`,
  "more-days": ({ day: moment }) => `Hacer ${of(onDay(moment))} un día de la conferencia.`,
  "wider-range": ({ session }) => `Ampliar el margen de ${quoted(session)} hasta donde está ahora.`,
  "drop-place": ({ person, city }) => `Quitar que ${person} está entonces en ${city}.`,
};

const es: Catalogue = {
  conflicts,
  mends,
  none: {
    "no-start":
      "Nada lo arregla: ninguna otra hora de estos días está libre de ello, y ningún cambio por sí solo lo termina.",
    "others-stand":
      "Nada lo arregla por sí solo: lo que lo terminaría crea otro conflicto, o mueve lo que está fijado.",
  },
};

export default es;
