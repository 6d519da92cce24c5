import { batch, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import type { CommandId, PassId } from "../../shared/ids.ts";
import type { Failure, Reply } from "../../shared/protocol/errors.ts";
import type { Handshake, Input, Output, RequestName, StageCommandName } from "../../shared/protocol/table.ts";
import type { Notices, OccurrenceInfo, Welcome } from "../../shared/protocol/views.ts";
import { retryDelay, tryPatience } from "./backoff.ts";
import { better, sampleOf } from "./clock.ts";
import type { Sample } from "./clock.ts";
import { CallError } from "./contract.ts";
import type { Connection } from "./contract.ts";
import { forget, tokenOf } from "./pass.ts";
import { randomId, tabId } from "./tab.ts";
import { until } from "./until.ts";

/** How long an answer may take before the request is sent again (milliseconds). */
const patience = 8000;
/** An open line that is asked for a sign of life after the network changed must answer in this time (milliseconds). */
const probePatience = 2000;
/** Unanswered sendings on an open line after which a request is given up. */
const mostTries = 5;

const noAnswer: Failure = { code: "busy", retry: true };
const ended: Failure = { code: "no-pass", retry: false };

/** Requests that do not need a joined session; all others wait for it (see `Connection.gate`). */
const ungated: ReadonlySet<RequestName> = new Set(["attach", "clock", "places", "forget"]);

/** Opens the line of one pass. It opens again by itself until `close()` or the server's goodbye. */
export function connect(passId: PassId): Connection {
  return new Line(passId);
}

class Line implements Connection {
  readonly state = signal<Connection["state"]["value"]>("opening");
  readonly lost = signal<Connection["lost"]["value"]>(null);
  readonly welcome = signal<Welcome | null>(null);
  readonly occurrences = signal<readonly OccurrenceInfo[]>([]);
  readonly goodbye = signal<Connection["goodbye"]["value"]>(null);
  readonly outdated = signal(false);
  readonly gate = signal<ReadonlySignal<boolean> | null>(null);
  readonly #passId: PassId;
  readonly #socket: Socket;
  readonly #epochHandlers = new Set<(epoch: string) => void>();
  readonly #stopWatching: () => void;
  #build: string | null = null;
  #epoch: string | null = null;
  #clock: Sample | null = null;
  #triedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(passId: PassId) {
    this.#passId = passId;
    const handshake: Handshake = {
      token: tokenOf(passId) ?? "",
      tab: tabId(),
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    this.#socket = io({
      transports: ["websocket"],
      auth: handshake,
      autoConnect: false,
      forceNew: true,
      reconnection: false,
    });
    this.#listen();
    this.#stopWatching = this.#watchNetwork();
    if (handshake.token === "") this.#end("no-pass");
    else this.#try();
  }

  now(): number {
    return this.#clock === null ? Date.now() : performance.now() + this.#clock.offset;
  }

  async call<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    for (let tries = 1; ; tries++) {
      await until(() => this.state.value === "closed" || this.#mayCall(name));
      if (this.state.peek() === "closed") throw new CallError(ended);
      const reply = await this.#send(name, input, patience);
      if (reply !== null) return opened(reply);
      if (this.state.peek() === "open" && tries >= mostTries) throw new CallError(noAnswer);
    }
  }

  command<Name extends StageCommandName>(
    name: Name,
    input: Omit<Input<Name>, "commandId">,
  ): Promise<{ readonly seq: number }> {
    // The same id with every sending: a lost answer is asked for again, and nothing is done twice.
    const command = { ...input, commandId: randomId() as CommandId } as Input<Name>;
    return this.call(name, command);
  }

  async once<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const reply = await this.#send(name, input, patience);
    if (reply === null) throw new CallError(this.state.peek() === "closed" ? ended : noAnswer);
    return opened(reply);
  }

  on<Name extends keyof Notices>(name: Name, handler: Notices[Name]): () => void {
    const event: string = name;
    this.#socket.on(event, handler);
    return () => void this.#socket.off(event, handler);
  }

  onEpoch(handler: (epoch: string) => void): () => void {
    this.#epochHandlers.add(handler);
    return () => void this.#epochHandlers.delete(handler);
  }

  /** Tries now instead of at the planned time; a try that has hung for a second is given up for a new one. */
  tryNow(): void {
    if (this.state.peek() === "closed" || this.state.peek() === "open") return;
    if (this.#socket.active && performance.now() - this.#triedAt < 1000) return;
    this.#socket.disconnect();
    this.#try();
  }

  close(): void {
    if (this.state.peek() === "closed") return;
    this.state.value = "closed";
    this.lost.value = null;
    clearTimeout(this.#timer);
    this.#stopWatching();
    this.#socket.disconnect();
    this.#epochHandlers.clear();
  }

  #mayCall(name: RequestName): boolean {
    return this.state.value === "open" && (ungated.has(name) || (this.gate.value?.value ?? true));
  }

  /** Null: no answer came on this line. */
  async #send<Name extends RequestName>(
    name: Name,
    input: Input<Name>,
    wait: number,
  ): Promise<Reply<Output<Name>> | null> {
    if (this.state.peek() !== "open") return null;
    const sent = performance.now();
    let reply: Reply<Output<Name>>;
    try {
      reply = await this.#socket.timeout(wait).emitWithAck(name, input);
    } catch {
      // socket.io's only errors here: no answer in time, or the line broke first.
      return null;
    }
    this.#readClock(reply.time, sent);
    this.#readEpoch(reply.epoch);
    return reply;
  }

  #readClock(time: number, sent: number): void {
    this.#clock = better(this.#clock, sampleOf(time, sent, performance.now()));
  }

  #readEpoch(epoch: string): void {
    const before = this.#epoch;
    this.#epoch = epoch;
    if (before === null || before === epoch) return;
    for (const handler of this.#epochHandlers) handler(epoch);
  }

  #listen(): void {
    let opened = 0;
    // The socket asks for its welcome in this moment: half of the time until it comes is the way back.
    this.#socket.io.on("open", () => {
      opened = performance.now();
    });
    this.on("welcome", (welcome) => {
      this.#readClock(welcome.time, opened);
      this.#build ??= welcome.build;
      // Together: who waits for the welcome finds the line open.
      batch(() => {
        this.outdated.value = welcome.build !== this.#build;
        this.welcome.value = welcome;
        this.occurrences.value = welcome.occurrences;
        this.lost.value = null;
        this.state.value = "open";
      });
      this.#readEpoch(welcome.epoch);
    });
    this.on("occurrences", (occurrences) => {
      this.occurrences.value = occurrences;
    });
    this.on("goodbye", ({ why }) => this.#end(why));
    this.#socket.on("disconnect", () => this.#broken());
    this.#socket.on("connect_error", (error: Error & { readonly data?: { readonly code?: string } }) => {
      if (error.data?.code === "no-pass") this.#end("no-pass");
      else this.#broken();
    });
  }

  #end(why: NonNullable<Connection["goodbye"]["value"]>): void {
    if (why === "forgotten") forget(this.#passId);
    this.goodbye.value = why;
    this.close();
  }

  #broken(): void {
    if (this.state.peek() === "closed") return;
    const before = this.lost.peek();
    const since = before?.since ?? this.now();
    const first = this.state.peek() === "open";
    // The first try comes almost at once: most lines break for a moment only.
    const wait = first ? 200 * Math.random() : retryDelay(this.now() - since, Math.random());
    this.lost.value = { since, tries: (before?.tries ?? 0) + 1, nextAt: this.now() + wait };
    this.state.value = "lost";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#try(), wait);
  }

  #try(): void {
    clearTimeout(this.#timer);
    this.#triedAt = performance.now();
    this.#socket.io.timeout(tryPatience(this.now() - (this.lost.peek()?.since ?? this.now())));
    this.#socket.connect();
  }

  /** The network is back, or the page is looked at again: no timer is waited for, and a line that seems open is asked. */
  #watchNetwork(): () => void {
    const act = (): void => {
      if (this.state.peek() === "open") void this.#probe();
      else this.tryNow();
    };
    const actIfSeen = (): void => {
      if (document.visibilityState === "visible") act();
    };
    addEventListener("online", act);
    document.addEventListener("visibilitychange", actIfSeen);
    return () => {
      removeEventListener("online", act);
      document.removeEventListener("visibilitychange", actIfSeen);
    };
  }

  async #probe(): Promise<void> {
    const { id } = this.#socket;
    const reply = await this.#send("clock", { zone: "UTC" }, probePatience);
    if (reply === null && this.#socket.id === id) this.#socket.io.engine.close();
  }
}

function opened<Value>(reply: Reply<Value>): Value {
  if (reply.ok) return reply.value;
  throw new CallError(reply.error);
}
