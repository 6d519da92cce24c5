import type { Socket } from "socket.io";
import type { ClientEvents } from "../../shared/protocol/table.ts";
import type { Notices, PassInfo } from "../../shared/protocol/views.ts";
import type { Link } from "./guest.ts";
import type { LiveStage } from "./livestage.ts";

export type PageSocket = Socket<ClientEvents, Notices>;

/** One open socket: who it is, and which session its page has joined. */
export class Visitor implements Link {
  readonly pass: PassInfo;
  readonly key: string;
  readonly zone: string;
  live: LiveStage | null = null;
  /** Its page has opened the planner: it is told of every edit. */
  plans = false;
  /** Its page has asked for the organiser's lists: it is told of every change of those. */
  organises = false;
  readonly #socket: PageSocket;

  constructor(socket: PageSocket, pass: PassInfo, tab: string, zone: string) {
    this.#socket = socket;
    this.pass = pass;
    this.key = `${pass.id}:${tab}`;
    this.zone = zone;
  }

  say<Name extends keyof Notices>(name: Name, ...content: Parameters<Notices[Name]>): void {
    this.#socket.emit(name, ...content);
  }

  /** The same, but left out while the line is not done with what was said before. */
  sayIfFree<Name extends keyof Notices>(name: Name, ...content: Parameters<Notices[Name]>): void {
    this.#socket.volatile.emit(name, ...content);
  }

  /** Says why, and hangs up. */
  dismiss(why: Parameters<Notices["goodbye"]>[0]["why"]): void {
    this.say("goodbye", { why });
    this.#socket.disconnect(true);
  }
}
