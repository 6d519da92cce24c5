import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type english from "../en/errors.ts";
import type { Trouble } from "../wording.ts";

const safe = "No se cambió nada.";

const codes: Readonly<Record<ErrorCode, Trouble>> = {
  "bad-request": {
    what: "El servidor no entendió la petición.",
    safe,
    act: "Revise lo que escribió. Si está bien, recargue la página.",
  },
  forbidden: {
    what: "Aquí no tiene permiso para hacer eso.",
    safe,
    act: "Pídalo a quien modera o a quien tiene la mesa.",
  },
  "not-found": { what: "Eso ya no está.", safe, act: "Mire de nuevo la página: alguien puede haberlo quitado." },
  "not-live": { what: "La sesión aún no está abierta.", safe, act: "Espere a que se abra, o ábrala." },
  ended: { what: "La sesión ha terminado.", safe: "Lo dicho y decidido queda como estaba.", act: "" },
  conflict: {
    what: "Otra persona cambió esto hace un momento.",
    safe,
    act: "Mire cómo está ahora y vuelva a intentarlo.",
  },
  already: { what: "Ya está así.", safe, act: "" },
  "not-in-queue": {
    what: "Ese lugar en la lista de turnos ya no existe.",
    safe,
    act: "Mire la lista tal como está ahora.",
  },
  "not-on-floor": { what: "Esa persona no tiene la palabra ni está en el aire.", safe, act: "" },
  "not-a-picture": {
    what: "Eso es un sonido: no puede ponerse en una pantalla.",
    safe,
    act: "Elija una cámara o una pantalla compartida.",
  },
  "wrong-count": {
    what: "Esta composición lleva otro número de imágenes.",
    safe,
    act: "Elija otra composición, o más o menos fuentes.",
  },
  "moderator-present": {
    what: "Hay alguien moderando, y esa persona cede la mesa.",
    safe,
    act: "Pida la mesa a quien modera.",
  },
  removed: { what: "Le han retirado de esta sesión.", safe: "", act: "Si fue un error, escriba a quien le invitó." },
  "chat-off": {
    what: "El chat está apagado.",
    safe: "Su mensaje no se envió.",
    act: "Guárdelo e inténtelo cuando el chat esté encendido.",
  },
  "introduce-first": {
    what: "Todavía no ha elegido un nombre.",
    safe,
    act: "Elija uno, el que quiera, y vuelva a intentarlo.",
  },
  "not-attached": { what: "Esta página no está en la sesión.", safe, act: "Espere un momento o recargue la página." },
  "no-pass": { what: "Su pase ya no es válido.", safe: "", act: "Abra de nuevo su invitación o pida una nueva." },
  "in-use-elsewhere": {
    what: "Otra pestaña suya ya está enviando.",
    safe: "Sigue funcionando allí.",
    act: "Use esa pestaña, o tome el relevo con esta.",
  },
  "room-taken": {
    what: "Otra computadora lleva esta sala.",
    safe: "Sigue funcionando allí.",
    act: "Déjelo así, o tome la sala con esta.",
  },
  "not-wanted": { what: "La sesión no necesita eso ahora.", safe, act: "" },
  "too-many": { what: "Fue demasiado de una vez.", safe, act: "Espere un minuto y vuelva a intentarlo." },
  gap: {
    what: "Esa hora no existe allí: los relojes se adelantan y la saltan.",
    safe,
    act: "Elija una hora anterior o posterior.",
  },
  fold: { what: "Esa hora se repite allí: los relojes se atrasan.", safe, act: "Diga cuál de las dos quiere." },
  "unknown-zone": { what: "Esa zona horaria no se conoce.", safe, act: "Elija la ciudad en la lista." },
  "in-use": { what: "Algo más del plan lo usa.", safe, act: "Quítelo primero de allí." },
  pinned: { what: "La hora de una de las sesiones es fija.", safe, act: "Suelte primero su hora, o déjela fuera." },
  "nothing-to-undo": { what: "No hay ningún cambio suyo que deshacer o rehacer.", safe, act: "" },
  conflicts: {
    what: "El plan tiene conflictos que nadie ha aceptado.",
    safe: "No se publicó nada.",
    act: "Resuélvalos, o diga de cada uno que se deja así.",
  },
  expired: {
    what: "Esta invitación ya no sirve: venció, se usó o fue revocada.",
    safe: "",
    act: "Pida una nueva a quien se la dio.",
  },
  busy: { what: "El servidor está arrancando o deteniéndose.", safe, act: "Vuelva a intentarlo en unos segundos." },
  internal: {
    what: "Algo falló en el servidor.",
    safe: "Lo que había antes se conserva.",
    act: "Vuelva a intentarlo. Si se repite, avise a quien lleva el servidor.",
  },
};

const errors: typeof english = {
  codes,
  unknown: { what: "No se puede llegar al servidor.", safe, act: "Compruebe su línea y vuelva a intentarlo." },
  broken: {
    what: "Esta página ha fallado.",
    safe: "Lo que guarda el servidor está a salvo.",
    act: "Recargue la página: volverá a donde estaba.",
  },
  incident: (number) => `La entrada en el registro del servidor es ${number}.`,
};

export default errors;
