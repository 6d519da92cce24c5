import type { Logger } from "pino";
import type { ConferenceId, Instant, CommandId, PassId } from "../../shared/ids.ts";
import type { PlanFile, Plan } from "../../shared/plan/model.ts";
import type { Placing } from "../../shared/plan/suggest/problem.ts";
import type { Suggestion, SuggestionState, Wish } from "../../shared/plan/suggest/suggestion.ts";
import type { PackedZones } from "../../shared/plan/zones.ts";
import { ok, refuse } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { zonesOfFile, zonesOfPlan } from "../plan/zonesof.ts";
import type { Store } from "../store/port.ts";
import { setBehind } from "../threads.ts";
import type { Rank } from "../threads.ts";
import { following, newSuggestion, placingsIn } from "./following.ts";
import { isOpen, Kept } from "./kept.ts";
import type { FromThread } from "./messages.ts";
import { Run } from "./run.ts";
import type { Task } from "./run.ts";

export interface JobPorts {
  readonly store: Pick<Store, "readSuggestions" | "writeSuggestion" | "readAnswer" | "writeAnswer">;
  /** The draft as it is. */
  readonly draft: { readonly plan: Plan; readonly seq: number };
  readonly releasedFile: (conferenceId: ConferenceId) => PlanFile | null;
  readonly pack: (zones: Iterable<string>) => PackedZones;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Is any stage live? Then searching yields to it. */
  readonly anyLive: () => boolean;
  /** So many seconds after its time a search is ended that is not over; else those of `Run`. */
  readonly patience?: number;
  readonly log: Pick<Logger, "error" | "warn">;
}

/** Who asks, by which command. */
export interface Asking {
  readonly commandId: CommandId;
  readonly passId: PassId;
  readonly author: string;
}

/** The one search that runs, or explains what a stopped one has found. */
interface Running {
  readonly id: string;
  readonly explains: boolean;
  readonly task: Task;
  readonly run: Run;
  /** Its thread's number in the kernel, once it is known. */
  thread: number | null;
  /** The suggestion's plans, as the thread numbers things. */
  placings: readonly Placing[];
  /** It is being ended. */
  stopping: boolean;
}

/** Pages that look on are told so often at most while a search runs, in milliseconds. */
const tellEvery = 250;
/** Searches that begin with the same number go the same ways, as far as their time allows. */
const seed = 1;

/** All searches of the server: one runs, the others wait. They belong to nobody's page; what they find is kept. */
export class Jobs {
  readonly #ports: JobPorts;
  readonly #kept: Kept;
  readonly #trouble: (error: unknown) => void;
  readonly #listeners = new Set<(suggestion: Suggestion) => void>();
  /** What was asked by commands that are being answered, so that the same one twice is done once. */
  readonly #asked = new Map<string, string>();
  #waiting: readonly string[] = [];
  #running: Running | null = null;
  #telling: { readonly id: string; readonly timer: NodeJS.Timeout } | null = null;
  #closed = false;

  private constructor(ports: JobPorts, kept: Kept) {
    this.#ports = ports;
    this.#kept = kept;
    this.#trouble = troubleFor(ports);
  }

  static async open(ports: JobPorts): Promise<Jobs> {
    return new Jobs(ports, await Kept.open(ports.store, ports.now(), troubleFor(ports)));
  }

  /** A conference's newest; null: nobody has asked for one. */
  latest(conferenceId: ConferenceId): Suggestion | null {
    return this.#kept.latest(conferenceId);
  }

  find(id: string): Suggestion | null {
    return this.#kept.find(id);
  }

  /** Calls the listener with every change of a suggestion, while it runs four times a second at most. */
  onChange(listener: (suggestion: Suggestion) => void): void {
    this.#listeners.add(listener);
  }

  /** Begins a search, or lets it wait for the one that runs. Refused: one of the conference waits or runs already. */
  async suggest(wish: Wish, asking: Asking): Promise<Result<Suggestion, "already" | "not-found">> {
    const { commandId, passId, author } = asking;
    const key = `${passId} ${commandId}`;
    const answered = await this.#ports.store.readAnswer(commandId, passId);
    const before = this.#asked.get(key) ?? (typeof answered === "string" ? answered : undefined);
    if (before !== undefined) {
      const suggestion = this.find(before);
      return suggestion === null ? refuse("not-found") : ok(suggestion);
    }
    const latest = this.latest(wish.conferenceId);
    if (latest !== null && isOpen(latest)) return refuse("already");
    const suggestion = newSuggestion(this.#ports.newId(), wish, author, this.#ports.draft.seq);
    this.#asked.set(key, suggestion.id);
    this.#waiting = [...this.#waiting, suggestion.id];
    try {
      await Promise.all([
        this.#kept.write(suggestion),
        this.#ports.store.writeAnswer({ id: commandId, passId, answer: suggestion.id }),
      ]);
    } finally {
      this.#asked.delete(key);
    }
    // What explains an older suggestion of the conference does it for nobody any more.
    if (this.#running?.explains === true && this.find(this.#running.id)?.wish.conferenceId === wish.conferenceId)
      await this.#end(this.#running);
    this.#next();
    this.#tell(suggestion.id);
    return ok(this.find(suggestion.id) ?? suggestion);
  }

  /** Stops a search where it is and keeps the best so far; durable when the promise resolves. Null: there is no such. */
  async stop(id: string): Promise<Suggestion | null> {
    const suggestion = this.find(id);
    if (suggestion === null || !isOpen(suggestion)) return suggestion;
    this.#waiting = this.#waiting.filter((other) => other !== id);
    const running = this.#running;
    // Not waited for: what it has said until now is here, and a busy machine takes a while to end a thread.
    if (running?.id === id) this.#end(running).catch(this.#trouble);
    return this.#finish(id, "stopped");
  }

  /** A stage was opened or has ended. */
  stagesChanged(): void {
    if (this.#running !== null) setBehind(this.#running.thread, this.#rank());
  }

  /** It reckons for minutes on end: on a machine of two processors it would hold up the server's own thread even now. */
  #rank(): Rank {
    return this.#ports.anyLive() ? "far-behind" : "behind";
  }

  /** Ends what runs; the next start of the server finds it interrupted. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#telling !== null) clearTimeout(this.#telling.timer);
    await Promise.all([this.#running?.run.stop(), this.#kept.flush()]);
  }

  /** Starts the first that waits, if nothing runs. */
  #next(): void {
    if (this.#running !== null || this.#closed) return;
    const [id, ...rest] = this.#waiting;
    if (id === undefined) return;
    this.#waiting = rest;
    const waiting = this.find(id);
    if (waiting === null) return this.#next();
    const { now, draft } = this.#ports;
    this.#change({ ...waiting, state: "running", startedAt: now(), seq: draft.seq });
    this.#tell(id);
    const { plan } = draft;
    const { wish } = waiting;
    const released = this.#ports.releasedFile(wish.conferenceId);
    const zones = this.#ports.pack([...zonesOfPlan(plan), ...zonesOfFile(released), "Etc/UTC"]);
    this.#start(id, { plan, released, zones, wish, now: now(), seed, explain: null });
  }

  #start(id: string, task: Task): void {
    const running: Running = {
      id,
      explains: task.explain !== null,
      task,
      run: new Run(
        task,
        {
          hear: (message) => this.#hear(running, message),
          ended: (error) => this.#ended(running, error),
          late: () => this.#late(running),
        },
        this.#ports.patience,
      ),
      thread: null,
      placings: [],
      stopping: false,
    };
    this.#running = running;
  }

  #hear(running: Running, message: FromThread): void {
    const suggestion = this.find(running.id);
    if (suggestion === null || running.stopping) return;
    if (message.kind === "thread") {
      running.thread = message.id;
      setBehind(message.id, this.#rank());
    }
    if (message.kind === "refused")
      this.#ports.log.warn({ suggestion: running.id, why: message.code }, "nothing can be suggested");
    running.placings = placingsIn(message) ?? running.placings;
    const changed = following(suggestion, message);
    if (changed !== suggestion) this.#change(changed);
  }

  /** The thread has ended by itself. */
  #ended(running: Running, error: Error | null): void {
    if (this.#running === running) this.#running = null;
    if (error !== null) this.#ports.log.error({ err: error, suggestion: running.id }, "the search broke");
    const isFound = error === null && this.find(running.id)?.stage === "over";
    const end = running.explains ? this.#kept.flush() : this.#finish(running.id, isFound ? "done" : "failed");
    end.catch(this.#trouble);
    if (running.explains) this.#tell(running.id);
    this.#next();
  }

  /** Its time is over, but the thread does not hear: what it has said until now is the result. */
  #late(running: Running): void {
    const suggestion = this.find(running.id);
    if (suggestion === null || running.stopping) return;
    this.#ports.log.warn({ suggestion: running.id }, "the search did not end in its time and was ended");
    this.#end(running).catch(this.#trouble);
    this.#change({ ...suggestion, stage: "over" });
    this.#finish(running.id, suggestion.plans.length > 0 ? "done" : "failed").catch(this.#trouble);
  }

  /** Ends the thread. What it has found is explained after that, before the next search begins. */
  async #end(running: Running): Promise<void> {
    running.stopping = true;
    await running.run.stop();
    if (this.#running !== running) return;
    this.#running = null;
    const { id, explains, placings, task } = running;
    if (!explains && placings.length > 0 && !this.#closed) this.#start(id, { ...task, explain: placings });
    else this.#next();
  }

  /** It is over: durable when the promise resolves, and told after that. */
  async #finish(id: string, state: SuggestionState): Promise<Suggestion | null> {
    const suggestion = this.find(id);
    if (suggestion === null) return null;
    const finished = { ...suggestion, state, endedAt: this.#ports.now() };
    await this.#kept.write(finished);
    this.#tell(id);
    return finished;
  }

  /** What a search has found so far: kept, and told soon. */
  #change(suggestion: Suggestion): void {
    this.#kept.keep(suggestion);
    if (this.#telling?.id === suggestion.id) return;
    if (this.#telling !== null) this.#tell(this.#telling.id);
    const { id } = suggestion;
    this.#telling = { id, timer: setTimeout(() => this.#tell(id), tellEvery) };
  }

  /** Tells how it is now. */
  #tell(id: string): void {
    if (this.#telling?.id === id) {
      clearTimeout(this.#telling.timer);
      this.#telling = null;
    }
    const suggestion = this.find(id);
    if (suggestion === null || this.#closed) return;
    for (const listener of this.#listeners) listener(suggestion);
  }
}

/** What breaks while nobody waits for an answer. */
function troubleFor({ log }: JobPorts): (error: unknown) => void {
  return (error) => log.error({ err: error }, "a suggestion could not be kept, or its thread not be ended");
}
