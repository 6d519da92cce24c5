import {
  at,
  capital,
  count,
  hour,
  inLanguages,
  isSameDay,
  list,
  of,
  onDay,
  quoted,
  reason as because,
  the,
  theDay,
  theGroup,
  theRoom,
} from "../../words/es.ts";
import type { GroupName, RoomName } from "../../words/facts.ts";
import { isOne, quarters } from "../../words/numbers.ts";
import type { DemandFacts, Obstacle, RangeFacts, Shift, SuggestCatalogue } from "./facts.ts";

/** "Los Angeles": who attends, as short as in lists. */
export const brief = ({ name, audience }: GroupName): string => {
  if (audience === null) return name;
  return audience.name === audience.city ? audience.city : `${audience.name} (${audience.city})`;
};
const briefly = (one: RoomName | GroupName): string => {
  if (one.kind === "group") return brief(one);
  return one.name === one.city ? one.city : `${one.name} (${one.city})`;
};
/** "2¼ horas" */
export const hours = (number: number): string => `${quarters(number)} ${isOne(number) ? "hora" : "horas"}`;
const burden = (number: number): string => `${hours(number)} de carga`;

const near: Readonly<Record<number, string>> = {
  15: "un cuarto de hora",
  30: "media hora",
  45: "tres cuartos de hora",
  60: "una hora",
};
/** "Una hora antes"; what is further away is said by its time: "A las 10:00 en Durban". */
function other({ by, to, city, sameDay }: Shift): string {
  const size = Math.abs(by);
  if (size > 180) return `${capital(hour(to.time))}${sameDay ? "" : ` ${theDay(to)}`} en ${city}`;
  return capital(`${near[size] ?? `${quarters(size / 60)} horas`} ${by < 0 ? "antes" : "después"}`);
}

function obstacle(facts: Obstacle): string {
  const { room, name, part, late } = facts;
  const there = room === null ? "la sala" : theRoom(room);
  const whose = facts.group === null ? "el grupo" : brief(facts.group);
  const session = quoted(facts.other);
  switch (facts.kind) {
    case "room-closed":
      if (part === "set-up") return `${there} sigue cerrada cuando hay que prepararla${because(facts.because)}`;
      if (part === "clearing") return `${there} cierra antes de que se recoja${because(facts.because)}`;
      return `${there} está cerrada${because(facts.because)}`;
    case "room-double":
      return `${there} tiene ${session}`;
    case "room-turn-round":
      return `queda demasiado cerca de ${session} en ${there}`;
    case "group-blocked":
      return `${whose} no puede venir${because(facts.because)}`;
    case "group-double":
      return `${whose} tiene ${session}`;
    case "group-night":
      return `es de noche para ${whose}`;
    case "person-double":
      return `${name} no está libre por ${session}`;
    case "person-travel":
      return `${name} está de viaje${because(facts.because)}`;
    case "person-blocked":
      return `${name} no puede venir${because(facts.because)}`;
    case "person-places":
      return `${name} está en dos lugares, según el plan`;
    case "pool-empty":
      return `no alcanza el equipo ${quoted(name)}`;
    case "pool-rest":
      return `no hay descanso para el equipo ${quoted(name)}`;
    case "no-interpreters":
      return "no hay intérpretes";
    case "uplink":
      return `la línea de ${quoted(name)} no alcanza`;
    case "order":
      return facts.otherFirst ? `${session} no ha terminado` : `no ha terminado cuando empieza ${session}`;
    case "gap":
      return "los relojes se saltan esa hora";
    case "fold":
      return "los relojes marcan esa hora dos veces";
    case "outside-conference":
      return late ? "la conferencia ya ha terminado" : "la conferencia aún no ha empezado";
    case "outside-range":
      return "está fuera de su margen";
    case "zone-moved":
      return "los datos de zonas han cambiado";
  }
}

function rangeText({ firstDay, lastDay, earliest, latest }: RangeFacts): string {
  const until = latest === null ? null : `${the(latest.time)}${latest.nextDay ? " del día siguiente" : ""}`;
  const days =
    firstDay !== null && lastDay !== null
      ? [isSameDay(firstDay, lastDay) ? onDay(firstDay) : `${of(onDay(firstDay))} al ${onDay(lastDay).slice(3)}`]
      : firstDay !== null
        ? [`${onDay(firstDay)} o después`]
        : lastDay !== null
          ? [`${onDay(lastDay)} o antes`]
          : [];
  const times =
    earliest !== null && until !== null
      ? [`entre ${the(earliest)} y ${until}`]
      : earliest !== null
        ? [`${hour(earliest)} o después`]
        : until !== null
          ? [`como tarde hasta ${until}`]
          : [];
  return [...days, ...times].join(", ") || "a cualquier hora";
}

function demand(facts: DemandFacts): string {
  switch (facts.kind) {
    case "session":
      return facts.pinnedAt === null
        ? quoted(facts.session)
        : `${quoted(facts.session)}, fijada ${at(facts.pinnedAt)} en ${facts.pinnedAt.city}`;
    case "link":
      return `${facts.who.kind === "room" ? theRoom(facts.who) : theGroup(facts.who)} en directo`;
    case "range":
      return `su margen (${rangeText(facts.range)})`;
    case "person":
      return facts.person;
    case "languages":
      return facts.languages.length === 2
        ? `intérpretes entre ${inLanguages([facts.languages[0] ?? "", facts.languages[1] ?? ""])}`
        : `intérpretes entre ${count(facts.languages.length, "idioma", "idiomas")}`;
    case "order":
      return facts.otherFirst
        ? `que va después de ${quoted(facts.other)}`
        : `que ${quoted(facts.other)} va después de ella`;
  }
}

const why: Pick<SuggestCatalogue, "reason" | "move" | "clash" | "wider" | "pairs"> = {
  reason: (facts) => {
    const about = `${quoted(facts.session)}, ${onDay(facts.at).slice(3)} ${hour(facts.at.time)} en ${facts.city}`;
    switch (facts.kind) {
      case "costs": {
        const text =
          facts.edge === "begins"
            ? `${other(facts.shift)} empezaría ${hour(facts.time)} en ${brief(facts.group)}: ${burden(facts.more)} más.`
            : `${other(facts.shift)} duraría hasta ${the(facts.time)} en ${brief(facts.group)}: ${burden(facts.more)} más.`;
        return { about, text };
      }
      case "breaks":
        return { about, text: `${other(facts.shift)} ${obstacle(facts.obstacle)}.` };
      case "free":
        return { about, text: "Aquí nadie paga por ella." };
      case "cheapest": {
        const groups = list(facts.groups.map(brief));
        const pays =
          facts.groups.length === 1
            ? `${groups} paga ${burden(facts.total)}`
            : `${groups} pagan juntos ${burden(facts.total)}`;
        return { about, text: `${pays}: ninguna otra hora libre para ella cuesta menos en total.` };
      }
      case "stays":
        return { about, text: "Sigue donde estaba." };
      case "pinned":
        return { about, text: "Está fijada." };
      case "past":
        return { about, text: "Ya ha empezado, y lo pasado se queda." };
      case "not-free":
        return { about, text: "No se debía mover." };
    }
  },
  move: ({ session, was, start, stays, twice, city, clocks, playback }) => {
    const later =
      playback.length === 0
        ? ""
        : ` ${capital(list(playback.map(briefly)))} ${playback.length === 1 ? "la recibe" : "la reciben"} en diferido.`;
    if (start === null)
      return was === null
        ? `${quoted(session)} no encuentra hora.`
        : `${quoted(session)} sale del plan: no encuentra hora.`;
    const shown = clocks.map(({ group, time }) => `${brief(group)} ${time}`);
    const times = shown.length === 0 ? "." : `: ${shown.join(", ")}.`;
    const which =
      twice === null ? "" : ` (por ${twice.which === "first" ? "primera" : "segunda"} vez, ${twice.offset})`;
    if (stays) return `${quoted(session)} sigue ${at(start)}${which} en ${city}${times}${later}`;
    const from =
      was === null ? "" : isSameDay(was, start) ? ` de ${the(was.time)}` : ` de ${the(was.time)} ${theDay(was)}`;
    return `${quoted(session)} pasa${from} ${at(start)}${which} en ${city}${times}${later}`;
  },
  clash: ({ session, demands, smallest }) => {
    const head = `${quoted(session)} no encuentra hora`;
    if (demands.length === 0)
      return smallest
        ? `${head}: nada se lo impide, pero de las horas por las que se pregunta no queda ninguna.`
        : `${head}. No se averiguó por qué.`;
    const end = smallest ? "" : " La lista puede ser más larga de lo necesario: no se averiguó si puede ser más corta.";
    const only = demands.every(({ kind }) => kind === "session");
    const said = demands.map(demand);
    if (only) {
      const all = list([quoted(session), ...said]);
      return `${head}: ${all} no caben todas.${smallest ? " Sin una cualquiera de ellas, las demás caben." : end}`;
    }
    const [first] = demands;
    if (said.length === 1 && first?.kind === "order") {
      const then = first.otherFirst
        ? `va después de ${quoted(first.other)}, y a partir de ahí no hay ninguna`
        : `${quoted(first.other)} va después, y antes no hay ninguna`;
      return `${head}: ${then}.${end}`;
    }
    if (said.length === 1) return `${head}: en estos días no hay ninguna con ${said.join("")}.${end}`;
    return `${head}. Esto no es compatible: ${list(said)}.${smallest ? " Sin una cualquiera de estas cosas, cabe." : end}`;
  },
  wider: ({ session, range }) => `Ampliar el margen de ${quoted(session)}: ${rangeText(range)}.`,
  pairs: ({ session, first, second }) =>
    `Hacer ${quoted(session)} dos veces: una para ${list(first.map(briefly))}, otra para ${list(second.map(briefly))}.`,
};

export default why;
