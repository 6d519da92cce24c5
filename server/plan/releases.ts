import type { ConferenceId } from "../../shared/ids.ts";
import type { Plan, PlanFile } from "../../shared/plan/model.ts";
import { changedSince } from "../../shared/plan/release.ts";
import type { DraftInfo } from "../../shared/protocol/planner.ts";
import type { ReleaseHead, ReleaseRow, Store } from "../store/port.ts";

/** The releases of all conferences: the latest of each whole, the others without their files. */
export class Releases {
  readonly #latest: Map<ConferenceId, ReleaseRow>;
  readonly #heads: ReleaseHead[];

  private constructor(latest: readonly ReleaseRow[], heads: readonly ReleaseHead[]) {
    this.#latest = new Map(latest.map((release) => [release.conferenceId, release]));
    this.#heads = [...heads];
  }

  static async read(store: Pick<Store, "readLatestReleases" | "readReleases">): Promise<Releases> {
    return new Releases(...(await Promise.all([store.readLatestReleases(), store.readReleases()])));
  }

  /** Null: never released. */
  latest(conferenceId: ConferenceId): ReleaseRow | null {
    return this.#latest.get(conferenceId) ?? null;
  }

  /** What the latest releases say. */
  files(): readonly PlanFile[] {
    return [...this.#latest.values()].map(({ file }) => file);
  }

  /** A conference's, newest first. */
  of(conferenceId: ConferenceId): readonly Omit<ReleaseHead, "conferenceId">[] {
    return this.#heads
      .filter((release) => release.conferenceId === conferenceId)
      .map(({ number, at, author, seq, despite }) => ({ number, at, author, seq, despite }));
  }

  nextNumber(conferenceId: ConferenceId): number {
    return (this.latest(conferenceId)?.number ?? 0) + 1;
  }

  /** How each conference's draft stands beside its latest release. */
  infos(plan: Plan): Readonly<Record<ConferenceId, DraftInfo>> {
    return Object.fromEntries(
      Object.values(plan.conferences).flatMap((conference) => {
        if (conference === undefined) return [];
        const release = this.latest(conference.id);
        const latest = release && { number: release.number, at: release.at, author: release.author };
        const changed = changedSince(plan, release?.file ?? null, conference.id);
        return [[conference.id, { latest, changed } satisfies DraftInfo]];
      }),
    );
  }

  /** A new one, once it is in the store. */
  add(release: ReleaseRow): void {
    this.#latest.set(release.conferenceId, release);
    const { file: _file, ...head } = release;
    this.#heads.unshift(head);
  }
}
