import { capital, count } from "../../words/es.ts";
import { isOne, quarters } from "../../words/numbers.ts";
import { brief, hours } from "./eswhy.ts";
import why from "./eswhy.ts";
import type { Ending, ProofFacts, SuggestCatalogue } from "./facts.ts";

// "Mejor" stands nowhere but where it is proven.

const sessions = (number: number): string => count(number, "sesión", "sesiones");
const links = (number: number): string => count(number, "enlace", "enlaces");
const seconds = (number: number): string =>
  number < 120 && number !== 60
    ? count(number, "segundo", "segundos")
    : [
        count(Math.floor(number / 60), "minuto", "minutos"),
        ...(number % 60 === 0 ? [] : [count(number % 60, "segundo", "segundos")]),
      ].join(" y ");

const prefixes: Readonly<Record<Ending, string>> = {
  running: "",
  time: "No todo está demostrado: ",
  stopped: "Detenido antes de tiempo: ",
  interrupted: "Interrumpido al reiniciarse el servidor: ",
  failed: "La búsqueda se cortó: ",
};

/** Which plans are meant, if others might be better at the price of placing or reaching less. */
const plan = ({ among }: ProofFacts): string => (among ? "ningún plan que coloque y alcance lo mismo" : "ningún plan");
/** The verb after `plan`. */
const best = (facts: ProofFacts): string => {
  const claim = {
    fairest: "reparte mejor las horas",
    "least-total": "cuesta menos a todos los grupos juntos",
    "least-change": "mueve menos enlaces",
  }[facts.kind];
  return `El mejor, demostrado: ${plan(facts)} ${claim}.`;
};

/** How far it may be from the plan that nobody has found. */
function gap(facts: ProofFacts): string {
  const { saved, worstSaved, ending, kind } = facts;
  const unknown = ending === "running" ? "aún no se sabe" : "no se sabe";
  if (kind === "least-change") {
    if (facts.fewer === null) return `${unknown} cuántos enlaces menos podrían moverse.`;
    return facts.fewer === 0
      ? `${plan(facts)} mueve menos enlaces.`
      : `como mucho ${facts.fewer === 1 ? "podría moverse" : "podrían moverse"} ${links(facts.fewer)} menos.`;
  }
  const together = "entre todos los grupos";
  const worst = kind === "least-total" ? null : worstSaved;
  const ofWorst =
    worst === null
      ? ""
      : worst === 0
        ? "el grupo peor parado no puede pagar menos"
        : `el grupo peor parado podría ahorrarse como mucho ${hours(worst)}`;
  if (saved === null) {
    if (ofWorst === "") return `${unknown} cuánto se podría ahorrar todavía.`;
    return `${ofWorst}; ${unknown} cuánto podrían ahorrarse todos los grupos juntos.`;
  }
  if (saved > 0)
    return `como mucho ${isOne(saved) ? "se podría" : "se podrían"} ahorrar todavía ${hours(saved)} ${together}${ofWorst === "" ? "" : `; ${ofWorst}`}.`;
  const none = `${plan(facts)} cuesta menos a todos los grupos juntos`;
  if (kind === "least-total") return `${none}.`;
  return worst === null || worst === 0
    ? `${none}${worst === null ? "" : `, y ${ofWorst}`}; no está demostrado si las horas se podrían repartir con más igualdad.`
    : `${none}; ${ofWorst}.`;
}

function placement({ placed, of, placedProven, morePlaced }: ProofFacts): string {
  if (of === 0) return "Ninguna sesión se puede mover.";
  if (placed === of) return of === 1 ? "La única sesión tiene hora." : `Las ${sessions(of)} tienen hora.`;
  const without = `${of - placed} de ${sessions(of)} no ${of - placed === 1 ? "encuentra" : "encuentran"} hora`;
  if (placedProven) return `${without}; ningún plan coloca más, las importantes primero.`;
  if (morePlaced > 0)
    return `${without}; como mucho ${morePlaced === 1 ? "se podría colocar una" : `se podrían colocar ${morePlaced}`} más, las importantes primero.`;
  return `${without}; ningún plan coloca más, pero no está demostrado si en su lugar se podrían colocar otras más importantes.`;
}

/** How far one session moves. */
function exactly(number: number): string {
  if (number < 60) return count(number, "minuto", "minutos");
  if (number <= 1440) return hours(number / 60);
  const days = count(Math.floor(number / 1440), "día", "días");
  return number % 1440 === 0 ? days : `más de ${days}`;
}

const es: SuggestCatalogue = {
  ...why,
  proof: (facts) => {
    const prefix = prefixes[facts.ending];
    const first = facts.best ? best(facts) : prefix === "" ? capital(gap(facts)) : `${prefix}${gap(facts)}`;
    const reached =
      facts.placedProven && !facts.reachedProven ? ["No está demostrado si se podría alcanzar a más personas."] : [];
    return [first, placement(facts), ...reached];
  },
  plate: (facts) => {
    if (facts.best) return "El mejor, demostrado";
    if (facts.kind === "least-change")
      return facts.leastMoved === null
        ? "Sin demostrar"
        : `Al menos ${facts.leastMoved === 1 ? "debe moverse" : "deben moverse"} ${links(facts.leastMoved)}`;
    if (facts.kind === "fairest" && facts.leastWorst !== null) {
      if (facts.worstSaved === 0) return "Peor parado: demostrado";
      if (facts.leastWorst > 0) return `Al menos ${quarters(facts.leastWorst)} para el peor parado`;
    }
    return facts.leastTotal === null ? "Sin demostrar" : `Al menos ${quarters(facts.leastTotal)} en total`;
  },
  headline: ({ moved, most, added, taken, playback }) => {
    const far =
      most < 60
        ? count(most, "minuto", "minutos")
        : most === 60
          ? "1 hora"
          : most <= 1440
            ? `${quarters(Math.ceil(most / 15) / 4)} horas`
            : `hasta ${Math.ceil(most / 1440)} días`;
    const by = moved === 1 ? exactly(most) : most <= 1440 ? `cada una ${far} o menos` : far;
    const said = [
      ...(moved === 0 ? [] : [`Mueve ${sessions(moved)}, ${by}.`]),
      ...(added === 0 ? [] : [`Coloca ${sessions(added)} que no ${added === 1 ? "tenía" : "tenían"} hora.`]),
      ...(taken === 0 ? [] : [`Saca ${sessions(taken)} del plan.`]),
      ...(playback === 0 ? [] : [`Pasa ${links(playback)} a diferido.`]),
    ];
    return said.length === 0 ? ["No mueve nada."] : said;
  },
  repair: (facts) => {
    if (facts.moved === 0) return "No mueve ningún enlace.";
    const moves = `Mueve ${links(facts.moved)}`;
    if (facts.fewer === null) return `${moves}; no está demostrado si bastarían menos.`;
    if (facts.fewer === 0) return `${moves}; ${plan(facts)} mueve menos.`;
    const least = facts.leastMoved ?? 0;
    return `${moves}; al menos ${least === 1 ? "debe moverse" : "deben moverse"} ${least}.`;
  },
  figure: ({ kind, total, worst, moved, most, links: number, repair }) => {
    const all = `${hours(total)} en total`;
    const ofWorst = `${hours(worst)} para el grupo peor parado`;
    const unit = (value: number): string => hours(value).slice(quarters(value).length + 1);
    switch (kind) {
      case "fairest":
        return { figure: quarters(worst), text: `${unit(worst)} para el grupo peor parado, ${all}` };
      case "least-total":
        return { figure: quarters(total), text: `${unit(total)} en total, ${ofWorst}` };
      case "least-change":
        if (repair)
          return { figure: String(number), text: `${number === 1 ? "enlace se mueve" : "enlaces se mueven"}, ${all}` };
        return {
          figure: String(moved),
          text: `${moved === 1 ? "sesión se mueve" : "sesiones se mueven"}${moved === 1 && most < 60 ? `, ${most} minutos` : ""}, ${all}`,
        };
    }
  },
  fewer: (plans, reason) => {
    if (reason === "same")
      return plans === 1
        ? "Solo un plan: se halló para los tres fines."
        : "Solo dos planes: para dos de los fines se halló el mismo.";
    if (reason === "alike")
      return plans === 1
        ? "Solo se muestra un plan: en los demás, menos de una de cada cinco sesiones estaría a una hora o más de distancia."
        : `Solo ${plans === 2 ? "dos" : plans} planes difieren de verdad: en los demás, menos de una de cada cinco sesiones estaría a una hora o más de distancia.`;
    const before = { interrupted: "se interrumpió", stopped: "se detuvo", failed: "se cortó" };
    return `La búsqueda ${reason === "running" || reason === "time" ? "terminó" : before[reason]} antes de buscar otros planes.`;
  },
  ending: (ending, hasPlan) => {
    const kept = hasPlan ? " El plan hallado hasta entonces se conserva." : " Aún no había ningún plan.";
    switch (ending) {
      case "waiting":
        return "Espera a que termine otra búsqueda.";
      case "running":
        return "Se buscan horas de enlace más justas.";
      case "time":
        return "La búsqueda ha terminado.";
      case "stopped":
        return `La búsqueda se detuvo.${kept}`;
      case "interrupted":
        return `El servidor se reinició e interrumpió la búsqueda.${kept}`;
      case "failed":
        return `La búsqueda se cortó por un fallo.${kept}`;
    }
  },
  changes: (changes) =>
    changes.length === 0
      ? "nadie gana ni paga"
      : changes
          .map(({ group, before, after }) => `${brief(group)} de ${quarters(before)} a ${quarters(after)}`)
          .join("; "),
  plot: ({ seconds: after, total, before, repair, leastTotal }) => {
    const compared =
      before === null
        ? ""
        : quarters(before) === quarters(total)
          ? `, como ${repair ? "lo publicado" : "el borrador"}`
          : `, ${before > total ? "menos" : "más"} que las ${quarters(before)} ${repair ? "de lo publicado" : "del borrador"}`;
    const bound =
      leastTotal === null
        ? "aún no se sabe cuánto es lo mínimo que puede costar un plan"
        : `ningún plan puede costar menos de ${quarters(leastTotal)}`;
    return `Tras ${seconds(after)}, este plan cuesta ${hours(total)}${compared}; ${bound}.`;
  },
  step: (facts) => {
    switch (facts.key) {
      case "first":
        if (facts.seconds === null) return { title: "Un primer plan", text: "se está buscando" };
        return {
          title: "Un primer plan",
          text: `${facts.placed === facts.of ? `las ${sessions(facts.of)} tienen hora` : `${facts.placed} de ${sessions(facts.of)} ${facts.placed === 1 ? "tiene" : "tienen"} hora`}, tras ${seconds(facts.seconds)}`,
        };
      case "placement":
        if (facts.state === "done") {
          const text =
            facts.placed === facts.of
              ? "ningún plan puede colocar más, y no falta ninguna"
              : `ningún plan puede colocar más de ${facts.placed}, las importantes primero`;
          return { title: "Colocación demostrada", text };
        }
        return {
          title: "Colocación",
          text:
            facts.state === "ahead"
              ? "si se pueden colocar más"
              : facts.more === null || facts.more === 0
                ? "sin demostrar"
                : `como mucho ${facts.more === 1 ? "se podría colocar una" : `se podrían colocar ${facts.more}`} más`,
        };
      case "sharing": {
        const times =
          facts.times === 0 ? "aún sin avances" : facts.times === 1 ? "un avance" : `${facts.times} avances`;
        const ago = facts.ago === null || facts.times === 0 ? "" : `, el último hace ${seconds(facts.ago)}`;
        return {
          title: "Reparto de las horas",
          text: facts.state === "ahead" ? "para que nadie pague cada vez" : `${times}${ago}`,
        };
      }
      case "proof":
        if (facts.best) return { title: "El mejor, demostrado", text: "no queda nada por buscar" };
        return { title: "La demostración", text: facts.over ? "no se encontró" : `o pasan ${seconds(facts.seconds)}` };
    }
  },
  timer: (now, most) => `${seconds(now)}, de ${seconds(most)} como mucho`,
  bar: (group, value, unavoidable) =>
    `${brief(group)}: ${hours(value)}${quarters(unavoidable) === "0" ? "" : `, de ellas ${quarters(unavoidable)} inevitables`}`,
  ledger: ({ group, by, carried, total }) => {
    const here = by.at(-1);
    const earlier = by.slice(0, -1).filter(({ hours: paid }) => paid !== null);
    const now = here === undefined || here.hours === null ? "no participa" : `paga ${hours(here.hours)}`;
    const before =
      earlier.length === 0
        ? by.length === 1
          ? ""
          : ", y no participó antes"
        : `, tras ${hours(carried)} antes (${earlier.map(({ conference, hours: paid }) => `${conference} ${quarters(paid ?? 0)}`).join(", ")}): ${hours(total)} en total`;
    return `${brief(group)} ${now}${before}.`;
  },
};

export default es;
