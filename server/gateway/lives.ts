import type { Worker } from "mediasoup/types";
import type { OccurrenceId, PassId } from "../../shared/ids.ts";
import type { Phase, Stage } from "../../shared/stage/model.ts";
import type { Plan } from "../plan/plan.ts";
import type { Stages } from "../stage/stages.ts";
import type { Link } from "./guest.ts";
import { LiveStage } from "./livestage.ts";
import type { LivePorts } from "./livestage.ts";

export interface LivesPorts extends LivePorts {
  readonly stages: Stages;
  readonly plan: Plan;
  /** A person was removed from a session by its staff. */
  readonly onRemoved: (passId: PassId) => void;
  /** A session was opened or has ended: lists of sessions have changed. */
  readonly onPhase: (occurrenceId: OccurrenceId) => void;
}

/** All live stages, made when the first page comes, and what happens between them: stations follow the schedule. */
export class Lives {
  readonly #ports: LivesPorts;
  readonly #lives = new Map<OccurrenceId, Promise<LiveStage>>();
  readonly #open = new Map<OccurrenceId, LiveStage>();

  constructor(ports: LivesPorts) {
    this.#ports = ports;
  }

  /** Null: no such occurrence. */
  async get(occurrenceId: OccurrenceId): Promise<LiveStage | null> {
    const known = this.#lives.get(occurrenceId);
    if (known !== undefined) return known;
    const seed = this.#ports.plan.seed(occurrenceId);
    if (seed === null) return null;
    const making = this.#ports.stages.open(seed).then((runner) => {
      const live = new LiveStage(runner, this.#ports);
      runner.subscribe((stage, before) => this.#after(live, stage, before));
      this.#open.set(occurrenceId, live);
      return live;
    });
    this.#lives.set(occurrenceId, making);
    making.catch(() => this.#lives.delete(occurrenceId));
    return making;
  }

  phaseOf = (occurrenceId: OccurrenceId): Phase => this.#ports.stages.phaseOf(occurrenceId);

  all(): readonly LiveStage[] {
    return [...this.#open.values()];
  }

  /** These passes have ended: whatever they had on any stage is over. */
  expel(passIds: readonly PassId[]): void {
    for (const live of this.all()) live.expel(passIds);
  }

  workerDied(worker: Worker): void {
    for (const live of this.all()) live.media.lost(worker);
  }

  /** Where a station of this room should be instead of a session that has ended; null: nowhere yet. */
  nextFor(link: Link): OccurrenceId | null {
    const { roomId } = link.pass;
    return roomId === null ? null : this.#ports.plan.nextForRoom(roomId, this.phaseOf, this.#ports.now());
  }

  close(): void {
    for (const live of this.all()) live.close();
  }

  #after(live: LiveStage, stage: Stage, before: Stage): void {
    for (const passId of stage.removed) if (!before.removed.includes(passId)) this.#ports.onRemoved(passId);
    if (stage.phase === before.phase) return;
    this.#ports.onPhase(live.occurrenceId);
    if (stage.phase === "live") this.#gather(live);
    if (stage.phase === "ended") {
      for (const { link } of live.stations()) this.#send(link, live.occurrenceId);
    }
  }

  /** A session opens: stations of its rooms come from wherever nothing is live. */
  #gather(opened: LiveStage): void {
    for (const live of this.all()) {
      if (live === opened || live.stage.phase === "live") continue;
      for (const { link, roomId } of live.stations()) {
        if (opened.stage.roomIds.includes(roomId)) link.say("goTo", { occurrenceId: opened.occurrenceId });
      }
    }
  }

  #send(link: Link, from: OccurrenceId): void {
    const next = this.nextFor(link);
    if (next !== null && next !== from) link.say("goTo", { occurrenceId: next });
  }
}
