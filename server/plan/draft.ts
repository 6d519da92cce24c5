import type { ConferenceId, Instant, OccurrenceId, PassId } from "../../shared/ids.ts";
import type { EditName } from "../../shared/plan/detail.ts";
import { applyChanges, emptyPlan } from "../../shared/plan/edits/apply.ts";
import { decideEdit } from "../../shared/plan/edits/edits.ts";
import { newFaults } from "../../shared/plan/edits/faults.ts";
import { mine, redoOf, staleSince, undoOf } from "../../shared/plan/journal.ts";
import type { Change, Edit, Plan, PlanFile } from "../../shared/plan/model.ts";
import type { Done, PlanAnswer, PlanCommand, PlanCommandName, PlanParsed } from "../../shared/protocol/plan.ts";
import type { DraftInfo, Mine } from "../../shared/protocol/planner.ts";
import { ok } from "../../shared/result.ts";
import type { Phase } from "../../shared/stage/model.ts";
import { newId } from "../ids.ts";
import type { ReleaseHead, ReleaseRow, Store } from "../store/port.ts";
import { Releases } from "./releases.ts";
import { decideRelease, refuse, refuseFields, releasedElsewhere, standing, unseenEdit } from "./releasing.ts";
import type { RefusedEdit } from "./releasing.ts";
import { refusalOf } from "./rights.ts";
import type { Asked, Editor } from "./rights.ts";
import type { ZoneData } from "./zonedata.ts";

export interface DraftOptions {
  readonly now: () => Instant;
  /** How far the stages are; without it all wait. */
  readonly phaseOf?: (id: OccurrenceId) => Phase;
  /** Makes identities; tests give their own. */
  readonly newId?: () => string;
}

export type Edited<Value> = { readonly ok: true; readonly value: Done<Value> } | RefusedEdit;

/** What an edit would write. */
interface Decided {
  readonly ok: true;
  readonly changes: readonly Change[];
  readonly subject: string;
  readonly answer: unknown;
  readonly of: number | null;
  /** The frozen plan, of a release. */
  readonly file: PlanFile | null;
}

/** How many of the newest edits pages are told by name. */
const told = 50;
/** How many of the newest edits are in memory: so far back one can undo, and be told what has changed since. */
const remembered = 2000;

/**
 * The draft: the whole plan of the installation, its journal, and its releases. The plan is in memory whole; an edit is in the store
 * before it is here, so that what is shown survives. Edits are done one after the other, each on the plan that the one
 * before has made; the same command of the same pass twice is done once and answered twice.
 */
export class Draft {
  readonly #store: Store;
  readonly #zones: ZoneData;
  readonly #now: () => Instant;
  readonly #phaseOf: (id: OccurrenceId) => Phase;
  readonly #newId: () => string;
  readonly #edits: Edit[];
  readonly #releases: Releases;
  readonly #editListeners = new Set<(edit: Edit) => void>();
  readonly #releaseListeners = new Set<(conferenceId: ConferenceId) => void>();
  #plan: Plan;
  #infos: Readonly<Record<ConferenceId, DraftInfo>> | null = null;
  #lastEdit: Promise<unknown> = Promise.resolve();

  private constructor(
    store: Store,
    zones: ZoneData,
    options: DraftOptions,
    read: {
      readonly plan: Plan;
      readonly edits: readonly Edit[];
      readonly releases: Releases;
    },
  ) {
    this.#store = store;
    this.#zones = zones;
    this.#now = options.now;
    this.#phaseOf = options.phaseOf ?? (() => "waiting");
    this.#newId = options.newId ?? newId;
    this.#plan = read.plan;
    this.#edits = [...read.edits];
    this.#releases = read.releases;
  }

  /** Reads the plan, the journal and the releases from the store. */
  static async open(store: Store, zones: ZoneData, options: DraftOptions): Promise<Draft> {
    const [things, edits, releases] = await Promise.all([
      store.readThings(),
      store.readEdits(remembered),
      Releases.read(store),
    ]);
    const made = things.map(({ kind, thing }) => ({ kind, id: thing.id, before: null, after: thing }) as Change);
    return new Draft(store, zones, options, { plan: applyChanges(emptyPlan, made), edits, releases });
  }

  /** As it is after the last edit: a value that never changes. */
  get plan(): Plan {
    return this.#plan;
  }

  /** Of the last edit; 0: there is none. */
  get seq(): number {
    return this.#edits.at(-1)?.seq ?? 0;
  }

  /** The newest edits by name, newest first. */
  journal(): readonly EditName[] {
    return this.#edits.slice(-told).reverse().map(nameOf);
  }

  /** The edits after `seq`, in order. */
  editsAfter(seq: number): readonly Edit[] {
    return this.#edits.filter((edit) => edit.seq > seq);
  }

  /** What this person's next undo and redo would do. */
  mine(by: PassId): Mine {
    return mine(this.#edits, by);
  }

  /** How each conference's draft stands beside its latest release. */
  infos(): Readonly<Record<ConferenceId, DraftInfo>> {
    this.#infos ??= this.#releases.infos(this.#plan);
    return this.#infos;
  }

  /** What the latest release of each conference says, also of conferences that the draft has no more. */
  latestFiles(): readonly PlanFile[] {
    return this.#releases.files();
  }

  /** A conference's releases, newest first. */
  releasesOf(conferenceId: ConferenceId): readonly Omit<ReleaseHead, "conferenceId">[] {
    return this.#releases.of(conferenceId);
  }

  /** What a release has frozen; null if there is none of that number. */
  async releaseFile(conferenceId: ConferenceId, number: number): Promise<PlanFile | null> {
    return (await this.#store.readRelease(conferenceId, number))?.file ?? null;
  }

  /** Calls the listener with every edit once it is durable and in `plan`. @returns what ends that */
  onEdit(listener: (edit: Edit) => void): () => void {
    this.#editListeners.add(listener);
    return () => this.#editListeners.delete(listener);
  }

  /** Calls the listener after each release, before those of its edit. @returns what ends that */
  onRelease(listener: (conferenceId: ConferenceId) => void): () => void {
    this.#releaseListeners.add(listener);
    return () => this.#releaseListeners.delete(listener);
  }

  /**
   * Does a command of somebody whose role may do it (the protocol's table), with input that its schema has parsed.
   * Answers once it is durable. Rejects if the store does not take it: nothing has changed then.
   */
  execute<Name extends PlanCommandName>(
    name: Name,
    input: PlanParsed<Name>,
    editor: Editor,
  ): Promise<Edited<PlanAnswer<Name>>> {
    // A name and its own input: the compiler does not follow a generic pair into the union of pairs.
    const asked = { name, input } as Asked;
    const run = async (): Promise<Edited<PlanAnswer<Name>>> => {
      const { commandId } = input;
      const before = await this.#store.readAnswer(commandId, editor.id);
      // The store keeps an answer for one command of one pass, and that command has one kind of answer.
      if (before !== undefined) return ok(before as Done<PlanAnswer<Name>>);
      const decided = this.#decide(asked, editor);
      if (!decided.ok) return decided;
      return ok((await this.#write(asked, editor, decided)) as Done<PlanAnswer<Name>>);
    };
    const done = this.#lastEdit.then(run, run);
    this.#lastEdit = done;
    return done;
  }

  #decide(asked: Asked, editor: Editor): Decided | RefusedEdit {
    const refusal = refusalOf(this.#plan, editor, asked);
    if (refusal !== null) return refuse(refusal);
    const { baseSeq } = asked.input;
    // Who has seen what nobody has done speaks of another plan (one from before a backup was put back).
    if (baseSeq !== null && baseSeq > this.seq) return refuseFields("bad-request", ["baseSeq"], "no such edit yet");
    const decided = this.#changes(asked, editor);
    if (!decided.ok) return decided;
    const taken = asked.name === "importPlan" ? releasedElsewhere(asked.input.file, this.#releases.files()) : [];
    if (taken.length > 0) return refuseFields("already", taken, "is another conference's");
    for (const { kind, id, after } of decided.changes) {
      if (kind !== "conferences" || after !== null) continue;
      const released = this.#releases.latest(id as ConferenceId)?.file;
      const names = released === undefined ? [] : standing(released, this.#zones.zones, this.#phaseOf, this.#now());
      if (names.length > 0) return refuse("in-use", { kind: "users", names });
    }
    return decided;
  }

  #changes(asked: Asked, editor: Editor): Decided | RefusedEdit {
    const rest = { answer: null, of: null, file: null };
    switch (asked.name) {
      case "undo": {
        const turn = undoOf(this.#edits, this.#plan, editor.id, asked.input.seq);
        return turn.ok ? { ...rest, ...turn } : turn;
      }
      case "redo": {
        const turn = redoOf(this.#edits, this.#plan, editor.id);
        return turn.ok ? { ...rest, ...turn } : turn;
      }
      case "release": {
        const { conferenceId, baseSeq } = asked.input;
        const former = this.#releases.latest(conferenceId);
        const since = Math.max(baseSeq ?? this.seq, former?.seq ?? 0);
        const unseen = unseenEdit(this.#edits, this.#plan, { conferenceId, since, by: editor.id });
        if (unseen !== null) return refuse("conflict", { kind: "edit", edit: nameOf(unseen) });
        const file = former?.file ?? null;
        const decided = decideRelease(this.#plan, this.#zones.zones, asked.input, file, this.#phaseOf);
        if (!decided.ok) return decided;
        const number = this.#releases.nextNumber(conferenceId);
        const subject = decided.file.conference.name;
        return { ...rest, ok: true, changes: [], subject, answer: { number }, file: decided.file };
      }
      default: {
        const { commandId: _commandId, baseSeq, ...input } = asked.input;
        const ground = { zones: this.#zones.zones, now: this.#now(), newId: this.#newId };
        // The table's schema of a command without its envelope is the command of `decideEdit`.
        const edit = decideEdit(this.#plan, { name: asked.name, input } as PlanCommand, ground);
        if (!edit.ok) return edit;
        const stale = baseSeq === null ? null : this.#stale(baseSeq, edit.changes, editor.id);
        if (stale !== null) return refuse("conflict", { kind: "edit", edit: stale });
        return { ...rest, ...edit };
      }
    }
  }

  /** Somebody else's newest edit of these things after `baseSeq`; the oldest known where nobody remembers so far back. */
  #stale(baseSeq: number, changes: readonly Change[], by: PassId): EditName | null {
    const [oldest] = this.#edits;
    if (oldest !== undefined && baseSeq < oldest.seq - 1) return nameOf(oldest);
    return staleSince(this.#edits, baseSeq, changes, by);
  }

  async #write(asked: Asked, editor: Editor, decided: Decided): Promise<Done<unknown>> {
    const { changes, subject, file } = decided;
    const nothing = changes.length === 0 && file === null;
    const seq = nothing ? this.seq : this.seq + 1;
    const answer = { seq, value: decided.answer };
    const command = { id: asked.input.commandId, passId: editor.id, answer };
    if (nothing) {
      await this.#store.writeAnswer(command);
      return answer;
    }
    const plan = applyChanges(this.#plan, changes);
    // The edits see to it themselves; but what is once in the database stays there.
    const [fault] = newFaults(this.#plan, plan);
    if (fault !== undefined)
      throw new Error(`${asked.name} would leave ${fault.kind} ${fault.id} broken: ${fault.path}, ${fault.why}`);
    const now = this.#now();
    const edit: Edit = {
      seq,
      at: now,
      by: editor.id,
      author: editor.label,
      command: asked.name,
      subject,
      of: decided.of,
      changes,
    };
    const release = file === null ? undefined : this.#release(file, edit, asked);
    await this.#store.writeEdit(edit, command, release);
    this.#plan = plan;
    this.#edits.push(edit);
    if (this.#edits.length > 2 * remembered) this.#edits.splice(0, remembered);
    this.#infos = null;
    if (release !== undefined) {
      this.#releases.add(release);
      for (const listener of this.#releaseListeners) listener(release.conferenceId);
    }
    for (const listener of this.#editListeners) listener(edit);
    return answer;
  }

  #release(file: PlanFile, edit: Edit, asked: Asked): ReleaseRow {
    const conferenceId = file.conference.id;
    return {
      conferenceId,
      number: this.#releases.nextNumber(conferenceId),
      at: edit.at,
      author: edit.author,
      seq: edit.seq,
      despite: asked.name === "release" ? asked.input.despite : [],
      file,
    };
  }
}

function nameOf({ seq, at: when, author, command, subject }: Edit): EditName {
  return { seq, at: when, author, command, subject };
}
