import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Plan } from "../../shared/plan/model.ts";
import type { PlanLocale } from "../../shared/plan/words.ts";
import type { PackedZones } from "../../shared/plan/zones.ts";
import { partsOf } from "../plan/parts.ts";
import { zonesOfPlan } from "../plan/zonesof.ts";
import { setBehind } from "../threads.ts";
import type { Bytes, FromReckoner, Question, QuestionName, Questions, ToReckoner } from "./questions.ts";

export interface ReckonerPorts {
  /** The draft as it is. */
  readonly draft: { readonly plan: Plan; readonly seq: number };
  readonly pack: (zones: Iterable<string>) => PackedZones;
  /** Is any stage live? Then reckoning yields to it. */
  readonly anyLive: () => boolean;
}

/** An answer as JSON in bytes, and the type of what it says. */
export class Reckoned<Answer> {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** Only a type: never set. */
  declare readonly says?: Answer;

  constructor({ body, etag }: Bytes) {
    this.body = body;
    this.etag = etag;
  }
}

/** What was asked and is not answered yet. */
interface Pending {
  readonly answer: (answer: Bytes | null) => void;
  readonly failed: (error: Error) => void;
}

/** One thread, and what it knows. */
interface Reckoning {
  readonly worker: Worker;
  thread: number | null;
  /** The edit that its plan stands at; −1: it has none yet. */
  seq: number;
  readonly pending: Pending[];
}

/**
 * Answers what takes long to reckon (the conflicts of a plan with thousands of sessions, what ends one of them), in a
 * thread of its own: on the server's one thread live sessions would wait. It is started by the first question, and again
 * by the next one if it should break; questions are answered one after the other.
 */
export class Reckoner {
  readonly #ports: ReckonerPorts;
  #reckoning: Reckoning | null = null;
  #lastAsked: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(ports: ReckonerPorts) {
    this.#ports = ports;
  }

  /**
   * The answer of the draft as it is now. Null: what was asked about is not there. Rejects if the thread breaks, or is
   * closed meanwhile.
   */
  async ask<Name extends QuestionName>(
    name: Name,
    locale: PlanLocale,
    asks: Questions[Name]["asks"],
  ): Promise<Reckoned<Questions[Name]["answer"]> | null> {
    // A name and what belongs to it: the compiler does not follow a generic pair into the union of pairs.
    const question = { name, locale, ...asks } as Question;
    // The plan goes over in parts, and no other question may come between them.
    const sent = this.#lastAsked.then(() => this.#send(question));
    this.#lastAsked = sent.catch(() => null);
    const answer = await (await sent).answer;
    return answer === null ? null : new Reckoned(answer);
  }

  /** A stage was opened or has ended. */
  stagesChanged(): void {
    // Somebody waits for its answers: without a live stage it is not behind.
    if (this.#reckoning !== null) setBehind(this.#reckoning.thread, this.#ports.anyLive() ? "far-behind" : "beside");
  }

  async close(): Promise<void> {
    this.#closed = true;
    const reckoning = this.#reckoning;
    if (reckoning === null) return;
    this.#drop(reckoning, new Error("the server is closing"));
    await reckoning.worker.terminate();
  }

  /** Sends the plan, if the thread has another one, and the question. */
  async #send(question: Question): Promise<{ readonly answer: Promise<Bytes | null> }> {
    if (this.#closed) throw new Error("the server is closing");
    const reckoning = (this.#reckoning ??= this.#start());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    const post = (message: ToReckoner): void => reckoning.worker.postMessage(message);
    const { plan, seq } = this.#ports.draft;
    if (reckoning.seq !== seq) {
      for (const part of partsOf(plan, null)) {
        post(part);
        await setImmediate();
      }
      post({ kind: "plan", seq, zones: this.#ports.pack([...zonesOfPlan(plan), "Etc/UTC"]) });
      reckoning.seq = seq;
    }
    if (this.#reckoning !== reckoning) throw new Error("the thread has ended");
    const answer = new Promise<Bytes | null>((resolve, reject) => {
      reckoning.pending.push({ answer: resolve, failed: reject });
    });
    post({ kind: "question", question });
    // In an object: a promise that is returned as such would be waited for, and the next question with it.
    return { answer };
  }

  #start(): Reckoning {
    const worker = new Worker(new URL("thread.ts", import.meta.url), { execArgv: [] });
    const reckoning: Reckoning = { worker, thread: null, seq: -1, pending: [] };
    worker.on("message", (message: FromReckoner) => this.#hear(reckoning, message));
    worker.on("error", (error) => this.#drop(reckoning, error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => this.#drop(reckoning, new Error("the thread has ended")));
    // Waiting for questions is no reason to go on living.
    worker.unref();
    return reckoning;
  }

  #hear(reckoning: Reckoning, message: FromReckoner): void {
    switch (message.kind) {
      case "thread":
        reckoning.thread = message.id;
        if (this.#ports.anyLive()) setBehind(message.id, "far-behind");
        return;
      case "answer":
        return reckoning.pending.shift()?.answer(message.answer);
      case "broken":
        return reckoning.pending.shift()?.failed(message.error);
    }
  }

  #drop(reckoning: Reckoning, error: Error): void {
    if (this.#reckoning === reckoning) this.#reckoning = null;
    for (const { failed } of reckoning.pending.splice(0)) failed(error);
  }
}
