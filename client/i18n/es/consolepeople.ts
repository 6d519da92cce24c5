import type { ConsoleWords } from "../en/console.ts";

export const remote: ConsoleWords["remote"] = {
  title: "A distancia",
  called: "Con la palabra",
  nobody: "Nadie a distancia tiene la palabra.",
  counts: (listening, away) => ({
    listening: String(listening),
    rest: away > 0 ? ` escuchan, ${away} vuelven` : " escuchan",
  }),
  roster: "Quiénes están",
  away: "volviendo",
  you: "usted",
  pages: { participant: "participante", station: "estación", console: "consola" },
  call: (name) => `Llamar a ${name}`,
  remove: (name) => `Retirar a ${name}`,
  removeTitle: (name) => `¿Retirar a ${name}?`,
  removeIs: (name) =>
    `El sonido y la imagen de ${name} terminan al instante, y ese navegador no puede volver a esta sesión.`,
  keep: "Dejar",
  none: "Aún no hay nadie.",
};

export const queue: ConsoleWords["queue"] = {
  title: (number) => (number === 0 ? "Cola" : `Cola, ${number} en espera`),
  side: "Cola y chat",
  callNext: "Llamar al siguiente",
  call: (name) => `Llamar a ${name}`,
  skip: (name) => `Saltar a ${name}`,
  order: "Orden de la palabra",
  next: "Sigue",
  empty: "Nadie espera. Aquí aparecen las manos de quienes están a distancia; las de una sala se escriben abajo.",
  more: (name) => `Más para ${name}`,
  up: "Subir",
  down: "Bajar",
  lower: "Bajar la mano",
  upOf: (name) => `Subir a ${name}`,
  downOf: (name) => `Bajar a ${name}`,
  lowerOf: (name) => `Bajar la mano de ${name}`,
  skipped: "Antes no respondió",
  states: {
    ready: "Nivel comprobado",
    asked: "Se le pide el micrófono",
    refused: "Micrófono denegado",
    none: "Sin micrófono",
    away: "Se fue, se guarda el lugar",
  },
  typed: (room) => `${room}, mano en la sala`,
  type: "Escribir una mano…",
  typeTitle: "Una mano en una sala",
  typeRoom: "Sala",
  typeLabel: "Quién, o qué micrófono",
  typeHint: "Como lo dirá en voz alta: «Micrófono 2», «Lindiwe».",
  typeAct: "Poner en la cola",
};

export const floor: ConsoleWords["floor"] = {
  title: "Con la palabra",
  nobody: "Nadie tiene la palabra.",
  called: (name) => `${name}: con llamada`,
  speaks: (name) => `Habla ${name}`,
  noAnswer: (seconds) => `Sin respuesta hace ${seconds} s`,
  since: (seconds) => `llamada hace ${seconds} s`,
  waitsForSound: "lista, aún no se oye",
  of: "de",
  left: "quedan",
  over: (time) => `${time} de más`,
  ends: (time) => `La sesión termina ${time}`,
  endsIn: (time) => `en ${time}`,
  endedBy: (time) => `${time} de más`,
  speakingTime: "Tiempo de palabra",
  seconds: (number) =>
    number % 60 === 0 ? `${number / 60} min` : `${Math.floor(number / 60)}:${String(number % 60).padStart(2, "0")} min`,
  format: "Forma",
  plenary: "Plenaria",
  discussion: "Debate",
};

export const chat: ConsoleWords["chat"] = {
  title: "Chat",
  tab: (fresh) => (fresh === 0 ? "Chat" : `Chat, ${fresh} ${fresh === 1 ? "nuevo" : "nuevos"}`),
  empty: "Aún no hay nada escrito. Lo pueden leer todas las personas que participan.",
  off: "El chat está apagado. Quien modera puede escribir.",
  deleted: "Borrado",
  delete: "Borrar",
  deleteOf: (name) => `Borrar mensaje de ${name}`,
  write: "Mensaje para todos",
  send: "Enviar",
  on: "El chat está encendido",
  switchOff: "Apagar el chat",
  switchOn: "Encender el chat",
};

export const own: ConsoleWords["own"] = {
  title: "Su micrófono",
  speak: "Hablar",
  stop: "Dejar de hablar",
  mute: "Silenciar mi micrófono",
  unmute: "Reactivar mi micrófono",
  cameraOn: "Encender cámara",
  cameraOff: "Apagar cámara",
  level: "Su nivel, solo usted lo ve",
  asking: "El navegador pide permiso para el micrófono",
  hear: "Oír el programa",
  blocked: "El sonido está bloqueado: pulse aquí",
  elsewhere: "Otra pestaña suya está enviando.",
  useThis: "Usar esta pestaña",
  onAir: "Está en el aire",
  lostTrack: "Su micrófono está abierto, pero esta página no tiene ninguno. Pulse Hablar.",
  failures: {
    microphone: {
      refused: "El navegador no permite el micrófono. Permítalo junto a la dirección y pulse Hablar.",
      none: "No hay micrófono. Conecte uno y pulse Hablar.",
      failed: "El micrófono no funciona, o lo usa otro programa. Ciérrelo y pulse Hablar.",
      lost: "El micrófono se desconectó. Conéctelo y pulse Hablar.",
    },
    camera: {
      refused: "El navegador no permite la cámara. Permítala junto a la dirección y pulse Encender cámara.",
      none: "No hay cámara. Conecte una y pulse Encender cámara.",
      failed: "La cámara no funciona, o la usa otro programa. Ciérrelo y pulse Encender cámara.",
      lost: "La cámara se desconectó. Conéctela y pulse Encender cámara.",
    },
  },
};

export const you: ConsoleWords["you"] = {
  are: "Está aquí como",
  change: "Cambiar nombre",
  title: "Su nombre",
  is: "Se lee en el chat y cuando usted habla.",
};
