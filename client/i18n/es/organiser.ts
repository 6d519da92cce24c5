import type { OrganiserWords } from "../en/organiser.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const words: OrganiserWords = {
  page: "Conferencia",
  loading: "Pidiendo la conferencia al servidor…",
  now: (date, time, city) => ({ before: `${date}, `, time, after: ` en ${city}` }),
  conference: {
    which: "Conferencia",
    fresh: "Nueva conferencia",
    rename: "Cambiar nombre",
    renameTitle: (name) => `Otro nombre para ${name}`,
    name: "Nombre de la conferencia",
    nameHint: "Así lo leen los participantes encima de las sesiones.",
    create: "Crear conferencia",
    span: (first, last, date) => {
      if (first.year !== last.year || first.month !== last.month) return `del ${date(first)} al ${date(last)}`;
      return first.day === last.day ? date(first) : `del ${first.day} al ${date(last)}`;
    },
    begins: (days) => (days === 0 ? "empieza hoy" : `empieza en ${count(days, "día", "días")}`),
    another: "Otra persona que organice:",
    anotherHow: "su invitación se hace aquí, o en el servidor con",
  },
  empty: {
    title: "Aquí aún no hay nada",
    conference: "Dé nombre a la conferencia",
    conferenceIs: "El encuentro entero: salas en varias ciudades, durante algunos días.",
    room: "Empiece con una sala",
    roomIs: "Un lugar donde la gente se sienta junta. Su ciudad dice a todos qué hora es allí.",
    session: "Añada una sesión",
    sessionIs:
      "Qué se celebra, cuándo, y qué salas se enlazan. La abre y la termina quien modera o quien opera una sala.",
    invite: "Reparta invitaciones",
    inviteIs:
      "Una para quien opera cada sala, una para quien modera, una para todos los participantes: pueden compartirla.",
    will: "Cómo se ven las salas en el tiempo",
    willIs:
      "Una franja por lugar, un mismo momento de arriba abajo. Blanco es una hora buena, lleno es noche. Una sesión es un bloque en cada franja que enlaza: se ve enseguida para quién es temprano y para quién es tarde.",
    second: "un segundo lugar",
    third: "un tercero",
  },
  invites: {
    title: "Invitaciones",
    fresh: "Nueva invitación",
    columns: { label: "Para", opens: "Abre", ends: "Vence", inUse: "En uso", acts: "Acciones" },
    none: "No hay invitaciones abiertas. Haga una para quien opera cada sala, una para quien modera y una para todos los participantes.",
    noEnd: "sin vencimiento",
    ended: (number) => count(number, "invitación revocada o vencida", "invitaciones revocadas o vencidas"),
    revoked: "revocada",
    expired: (when) => `venció el ${when}`,
    revoke: "Revocar…",
    revokeName: (label) => ` ${label}`,
    opens: {
      organiser: "esta página",
      operator: (room) => `${room}: su estación, pantalla y consola`,
      moderatorAll: "todas las sesiones, desde la consola",
      moderatorOne: (title) => `«${title}», desde la consola`,
      participantAll: "todas las sesiones: escuchar y pedir la palabra",
      participantOne: (title) => `«${title}»: escuchar y pedir la palabra`,
      sitsIn: (what, room) => `${what}, como alguien que está en ${room}`,
    },
    goneRoom: "una sala que ya no está",
    goneSession: "una sesión que ya no está",
  },
  revoke: {
    title: (label) => `¿Revocar «${label}»?`,
    link: "Su enlace y su código QR dejan de servir de inmediato.",
    people: (number) =>
      number === 0
        ? "Nadie ha entrado con ella."
        : number === 1
          ? "La única persona que entró con ella sale ahora de la sesión y no puede volver con ella."
          : `Las ${number} personas que entraron con ella salen ahora de la sesión y no pueden volver con ella.`,
    final: "No se puede deshacer; puede hacer una nueva cuando quiera.",
    keep: "Conservarla",
    act: "Revocar",
  },
  newInvite: {
    title: "Nueva invitación",
    role: "¿Para quién es?",
    roles: {
      participant: "Participantes: escuchan, piden la palabra, hablan cuando se les llama",
      operator: "Operación de una sala: su estación, pantalla y consola",
      moderator: "Moderación: abre, da la palabra, termina; desde la consola",
      organiser: "Organización: esta página",
    },
    label: "Nombre de la invitación",
    labelHint: "Solo lo lee quien organiza: para quién es.",
    labels: {
      participant: "Participantes",
      operator: (room) => `Estación de ${room}`,
      moderator: "Moderación",
      organiser: "Organización",
    },
    room: "Sala",
    sitsIn: "Están en",
    noRoom: "ninguna sala: entran desde otro lugar",
    session: "Abre",
    allSessions: "todas las sesiones",
    ends: "Vence",
    lives: { day: "en un día", week: "en una semana", month: "en un mes", never: "sin vencimiento" },
    who: "Quién puede abrirla",
    shared: "Compartida: quien tenga el enlace, para un grupo de chat o una pared",
    personal: "Personal: solo el primer navegador que la abra",
    create: "Hacer la invitación",
    needsRoom: "Quien opera necesita una sala: añada una primero.",
  },
  shown: {
    qr: (label) => `Código QR de la invitación «${label}»`,
    url: "Enlace",
    print: "Imprimir hoja",
    done: "Listo",
    once: "Se muestra esta única vez: el servidor guarda solo una huella del enlace. Si se pierde, haga una nueva invitación y revoque esta.",
    participant:
      "Quien tenga este enlace puede escuchar y pedir la palabra. Usted verá cuántas personas entraron con él, no quiénes son.",
    other: "Quien tenga este enlace puede hacer lo que abre: délo solo a quien corresponde.",
    sheet:
      "Lea el código con la cámara de su teléfono, o escriba el enlace en un navegador. Sin cuenta, sin instalar nada.",
  },
  rooms: {
    title: "Salas",
    add: "Añadir una sala",
    columns: { room: "Sala", now: "Allí ahora", venue: "Sede", acts: "Acciones" },
    none: "Aún no hay salas. Una sala es un lugar donde la gente se sienta junta; quienes entran a distancia no la necesitan.",
    edit: "Editar",
    inCity: (name, city) => (name === city ? "" : city),
  },
  room: {
    addTitle: "Añadir una sala",
    editTitle: (name) => `Editar ${name}`,
    city: "Ciudad",
    cityHint:
      "Escriba sus primeras letras y elíjala en la lista. ¿No está la suya? Tome la ciudad grande más cercana y dé a la sala su propio nombre.",
    choose: "Elija la ciudad en la lista: ella da la zona horaria.",
    found: (number) =>
      number === 0
        ? "No hay tal ciudad en la lista."
        : `${count(number, "ciudad encontrada", "ciudades encontradas")}.`,
    searching: "Buscando…",
    thereNow: "Allí son ahora las",
    name: "Nombre de la sala",
    nameHint: "Así lo leen todos: la ciudad, o el salón donde una ciudad tiene varios.",
    venue: "Sede",
    venueHint: "El edificio, si varias salas comparten su línea. Puede quedar vacía.",
    add: (name) => (name === "" ? "Añadir sala" : `Añadir ${name}`),
  },
  sessions: {
    title: "Sesiones",
    add: "Añadir una sesión",
    columns: { title: "Sesión", when: "Cuándo", rooms: "Salas enlazadas", state: "Estado", acts: "Acciones" },
    none: "Aún no hay sesiones. Diga qué se celebra, cuándo empieza donde está la sala anfitriona, y qué salas se enlazan.",
    phases: { waiting: "En espera", live: "En curso", ended: "Terminada" },
    host: (room) => `anfitriona: ${room}`,
    remoteOnly: "solo personas a distancia",
    edit: "Editar",
    cancel: "Cancelar…",
  },
  session: {
    addTitle: "Añadir una sesión",
    editTitle: (title) => `Editar «${title}»`,
    name: "Título",
    host: "Sala anfitriona",
    hostHint: "Desde donde se preside; su sonido se abre con la sesión. La hora de abajo es la suya.",
    noHost: "ninguna: solo personas a distancia",
    date: "Fecha",
    time: (city) => `Empieza, hora de ${city}`,
    minutes: "Minutos",
    rooms: "Salas enlazadas",
    roomsHint: "Se ven y se oyen entre sí.",
    add: "Añadir sesión",
    needsAll: "Indique título, fecha, hora y una duración de 5 a 1440 minutos.",
    fold: "¿Cuál de las dos?",
    first: (offset) => `La primera, antes de atrasar los relojes (${offset})`,
    second: (offset) => `La segunda, después de atrasarlos (${offset})`,
  },
  cancelSession: {
    title: (title) => `¿Cancelar «${title}»?`,
    text: "Sale del programa de inmediato. Las invitaciones que abren solo esta sesión ya no abrirán nada.",
    keep: "Conservarla",
    act: "Cancelar la sesión",
  },
};

export default words;
