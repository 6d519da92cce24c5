import type { JoinWords } from "../en/join.ts";

const words: JoinWords = {
  title: "Abrir una invitación",
  opening: "Abriendo su invitación…",
  waiting: "En espera",
  slow: "El servidor aún no responde. Su línea puede ser lenta: deje esta página abierta, sigue por sí sola.",
  opened: "Su invitación está abierta. Un momento…",
  failed: "Su invitación no se abrió",
  unknownInvite: {
    what: "El servidor no conoce esta invitación.",
    safe: "",
    act: "Quizá el enlace se cortó al copiarlo: ábralo de nuevo desde el mensaje, o pida uno nuevo a quien se lo dio.",
  },
  noAnswer: {
    what: "El servidor no responde.",
    safe: "Esta página aún tiene su invitación.",
    act: "Compruebe su línea y vuelva a intentarlo. Hasta entonces deje esta página abierta: su dirección ya no contiene la invitación.",
  },
  again: "Intentar de nuevo",
  choice: {
    title: "¿Para qué es esta computadora?",
    station: "Estación de sala",
    stationIs: "Esta computadora lleva la sala: sus cámaras, su sonido, su pantalla. Una computadora por sala.",
    console: "Consola",
    consoleIs:
      "Esta computadora dirige: quién tiene la palabra, qué se ve en las pantallas. La estación va en otra, o en otra pestaña.",
  },
  home: {
    title: "Una conferencia, muchas salas",
    lead: "Crossroom enlaza salas de conferencia en varias ciudades con personas que entran por el navegador. Se ven y se oyen como una sola conferencia.",
    how: "Se entra con una invitación: un enlace o un código QR de quien organiza la conferencia. Ábralo en este navegador. Sin cuenta, sin instalar nada.",
    held: "Sus pases en este navegador",
    heldIs: "Cada uno vino con una invitación que usted abrió aquí.",
    open: "Abrir",
  },
  roles: {
    organiser: "Organización",
    scheduler: "Planificación",
    "room-keeper": "Cuidado de sala",
    "group-contact": "Contacto de grupo",
    operator: "Operación de sala",
    moderator: "Moderación",
    participant: "Participante",
  },
};

export default words;
