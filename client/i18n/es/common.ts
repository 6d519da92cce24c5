import type { Common } from "../en/common.ts";
import type { DayParts } from "../wording.ts";
import errors from "./errors.ts";

const weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"] as const;
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
] as const;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const common: Common = {
  errors,
  language: "Idioma",
  skip: "Ir al contenido",
  outdated: "El servidor tiene una versión más nueva de esta página.",
  reload: "Recargar la página",
  close: "Cerrar",
  cancel: "Cancelar",
  save: "Guardar",
  copy: "Copiar",
  copied: "Copiado",
  notCopied: "No se copió: el navegador no lo permite. Seleccione el texto y cópielo a mano.",
  busy: "Un momento…",
  opening: "Conectando con el servidor…",
  on: (subject) => `${subject}. Crossroom`,
  people: (number) => count(number, "persona", "personas"),
  line: {
    lost: "Línea perdida",
    comesBack: "Vuelve por sí sola. Deje esta página abierta.",
    nextTry: (seconds) => `Próximo intento en ${count(seconds, "segundo", "segundos")}.`,
    tryNow: "Intentar ahora",
    back: "La línea ha vuelto.",
  },
  goodbye: {
    removed: { what: "Le han retirado de esta sesión.", safe: "", act: "Si fue un error, escriba a quien le invitó." },
    revoked: { what: "Su invitación fue revocada.", safe: "", act: "Pida una nueva a quien se la dio." },
    forgotten: {
      what: "Este dispositivo ya no guarda nada de usted.",
      safe: "Aquí no queda ningún dato suyo.",
      act: "Abra de nuevo su invitación para volver.",
    },
    "taken-over": {
      what: "Otra pestaña tomó el relevo.",
      safe: "No se ha perdido nada.",
      act: "Siga en la otra pestaña, o recargue esta.",
    },
    "no-pass": {
      what: "Este navegador no tiene un pase para esta página.",
      safe: "",
      act: "Abra de nuevo su invitación.",
    },
  },
  level: {
    name: "Nivel de sonido",
    value: (level, word) => `${level} de 7, ${word}`,
    silent: "en silencio",
    low: "demasiado bajo",
    good: "bueno",
    high: "demasiado alto",
  },
  ways: { label: "Principal", conference: "Conferencia", plan: "Plan" },
  cities: {
    city: "Ciudad",
    hint: "Escriba sus primeras letras y elíjala en la lista. ¿No está la suya? Tome la ciudad grande más cercana con la misma hora.",
    choose: "Elija la ciudad en la lista: ella da la zona horaria.",
    found: (number) =>
      number === 0
        ? "No hay tal ciudad en la lista."
        : `${count(number, "ciudad encontrada", "ciudades encontradas")}.`,
    thereNow: "Allí son ahora las",
  },
  tile: { waits: "Aún no hay imagen" },
  time: {
    day: ({ weekday, day, month }: DayParts) => `${weekdays[weekday]} ${day} de ${months[month]}`,
    shortDay: ({ weekday, day, month }: DayParts) =>
      `${weekdays[weekday]?.slice(0, 3)} ${day} ${months[month]?.slice(0, 3)}`,
    date: ({ day, month, year }: DayParts) => `${day} de ${months[month]} de ${year}`,
    inCity: (time, city) => `${time} en ${city}`,
    today: "hoy",
    tomorrow: "mañana",
    yesterday: "ayer",
    spoken: (hours, minutes, seconds) =>
      [
        hours > 0 ? count(hours, "hora", "horas") : "",
        minutes > 0 ? count(minutes, "minuto", "minutos") : "",
        seconds > 0 || (hours === 0 && minutes === 0) ? count(seconds, "segundo", "segundos") : "",
      ]
        .filter((part) => part !== "")
        .join(" "),
    bands: {
      kind: "hora buena",
      bearable: "llevadera",
      shoulder: "límite",
      night: "noche",
      blocked: "cerrado",
    },
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    shortWeekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
  },
};

export default common;
