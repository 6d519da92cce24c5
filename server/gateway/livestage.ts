import type { Logger } from "pino";
import type { OccurrenceId, PassId, RoomId } from "../../shared/ids.ts";
import type { LineReport, PassInfo, StageView } from "../../shared/protocol/views.ts";
import type { Actor } from "../../shared/stage/commands.ts";
import type { Viewer } from "../../shared/stage/feeds.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { participantView } from "../../shared/stage/views.ts";
import { Endpoint } from "../media/endpoint.ts";
import { StageMedia } from "../media/stagemedia.ts";
import type { WorkerPool } from "../media/workers.ts";
import { Presence, placeKept } from "../stage/presence.ts";
import type { StageRunner } from "../stage/runner.ts";
import { whoIs } from "./guest.ts";
import type { Guest, Link } from "./guest.ts";
import { Telling } from "./telling.ts";

export interface LivePorts {
  readonly pool: WorkerPool;
  readonly log: Logger;
  readonly now: () => number;
}

/** How long a lost page is still sent media, in case it is back in a moment (milliseconds). */
const fedFor = 15_000;

/** One occurrence while people are in it: its runner, who is here, their media, and what each of them is told. */
export class LiveStage {
  readonly runner: StageRunner;
  readonly media: StageMedia;
  readonly presence: Presence;
  readonly #ports: LivePorts;
  readonly #guests = new Map<string, Guest>();
  readonly #telling: Telling;
  readonly #unsubscribe: () => void;

  constructor(runner: StageRunner, ports: LivePorts) {
    this.runner = runner;
    this.#ports = ports;
    const observe = (observation: Parameters<StageRunner["observe"]>[0]): void => {
      runner
        .observe(observation)
        .catch((error: unknown) => ports.log.error({ err: error }, "an observation could not be stored"));
    };
    this.presence = new Presence(ports.now, (passId) => observe({ type: "awayTooLong", passId }));
    this.media = new StageMedia({
      ...ports,
      stage: () => runner.stage,
      onSound: (source) => observe({ type: "soundObserved", source }),
      sayFeeds: (endpoint, notice) => this.#to(endpoint)?.say("feeds", { occurrenceId: this.occurrenceId, ...notice }),
      saySends: (endpoint, sends) => this.#to(endpoint)?.say("sends", { occurrenceId: this.occurrenceId, sends }),
      sayUnpublished: (endpoint, tracks) =>
        this.#to(endpoint)?.say("unpublished", { occurrenceId: this.occurrenceId, tracks }),
      sayLost: (endpoint) => this.#to(endpoint)?.say("mediaLost", { occurrenceId: this.occurrenceId }),
    });
    // Whoever the log knows in the queue or on the floor is away until they come back: their places are kept for a while.
    for (const entry of [...runner.stage.queue, ...runner.stage.floor]) {
      if (entry.hand.kind === "person") this.presence.expect(entry.hand.passId);
    }
    for (const passId of runner.stage.openMics) this.presence.expect(passId);
    this.#telling = new Telling({
      occurrenceId: this.occurrenceId,
      guests: this.#guests,
      stage: () => runner.stage,
      presence: this.presence,
      levels: () => this.media.levels(),
    });
    this.#unsubscribe = runner.subscribe((stage, before) => {
      this.media.changed();
      this.#telling.stageChanged(stage, before);
    });
  }

  get occurrenceId(): OccurrenceId {
    return this.runner.occurrenceId;
  }

  get stage(): Stage {
    return this.runner.stage;
  }

  actor(pass: PassInfo): Actor {
    const { role } = pass;
    if (role !== "operator" && role !== "moderator" && role !== "participant")
      throw new Error(`nobody is on a stage as ${role}`);
    return {
      passId: pass.id,
      role,
      roomId: pass.roomId,
      moderatorPresent: this.presence.moderatorPresent(),
      present: this.presence.present(),
    };
  }

  /** A page comes, or comes back: the endpoint that it had is found again by its key. */
  arrive(link: Link, viewer: Viewer): Endpoint {
    const known = this.#guests.get(link.key);
    if (known?.graceTimer) clearTimeout(known.graceTimer);
    // What a console prepares survives a lost line.
    const preview = known?.endpoint.viewer.page === "console" ? known.endpoint.viewer.preview : null;
    const endpoint = known?.endpoint ?? new Endpoint(link.key, viewer);
    endpoint.viewer = viewer.page === "console" ? { ...viewer, preview } : viewer;
    endpoint.connected = true;
    endpoint.receiving.fed = true;
    this.#guests.set(link.key, { link, endpoint, view: null, line: known?.line ?? null, graceTimer: null });
    this.media.add(endpoint);
    this.presence.arrive({
      key: link.key,
      passId: link.pass.id,
      role: link.pass.role,
      page: viewer.page,
      roomId: viewer.page === "station" ? viewer.roomId : link.pass.roomId,
    });
    this.#telling.presenceChanged();
    return endpoint;
  }

  /** The stage as this page may see it; null if nothing has happened since `lastSeq`. */
  show(link: Link, lastSeq: number | undefined): StageView | null {
    const { stage } = this;
    const guest = this.#guests.get(link.key);
    if (link.pass.role !== "participant") return lastSeq === stage.seq ? null : { for: "staff", stage };
    const view = participantView(stage, link.pass.id);
    if (guest !== undefined) guest.view = view;
    return lastSeq === stage.seq ? null : { for: "participant", stage: view };
  }

  /** The line to a page is lost. It keeps its place; its media rest after a moment, and end with the place. */
  lose(link: Link): void {
    const guest = this.#guests.get(link.key);
    if (guest === undefined || guest.link !== link) return;
    guest.endpoint.connected = false;
    this.presence.lose(link.key);
    this.#telling.presenceChanged();
    guest.graceTimer = setTimeout(() => {
      guest.endpoint.receiving.fed = false;
      this.media.changed();
      guest.graceTimer = setTimeout(() => this.#drop(link.key), placeKept);
      guest.graceTimer.unref();
    }, fedFor);
    guest.graceTimer.unref();
  }

  /** A page leaves for good. */
  leave(link: Link): void {
    if (this.#guests.get(link.key)?.link !== link) return;
    this.#drop(link.key);
  }

  /** Every page of these passes is sent away: their media end now. */
  expel(passIds: readonly PassId[]): void {
    for (const [key, guest] of this.#guests) if (passIds.includes(guest.link.pass.id)) this.#drop(key);
  }

  /** Another connected page that publishes as this one would: the station of the same room. */
  stationOf(roomId: RoomId, except: string): Link | null {
    for (const { link, endpoint } of this.#guests.values()) {
      const { viewer } = endpoint;
      if (viewer.page === "station" && viewer.roomId === roomId && link.key !== except && endpoint.connected)
        return link;
    }
    return null;
  }

  stations(): readonly { readonly link: Link; readonly roomId: RoomId }[] {
    return [...this.#guests.values()].flatMap(({ link, endpoint }) =>
      endpoint.viewer.page === "station" ? [{ link, roomId: endpoint.viewer.roomId }] : [],
    );
  }

  endpoint(link: Link): Endpoint | null {
    const guest = this.#guests.get(link.key);
    return guest?.link === link ? guest.endpoint : null;
  }

  report(link: Link, report: LineReport): void {
    const guest = this.#guests.get(link.key);
    if (guest?.link !== link) return;
    guest.line = { ...report, ...whoIs(guest, this.stage), at: this.#ports.now(), connected: true };
  }

  get present(): number {
    return this.presence.present().size;
  }

  close(): void {
    this.#unsubscribe();
    this.#telling.close();
    for (const guest of this.#guests.values()) if (guest.graceTimer) clearTimeout(guest.graceTimer);
    this.#guests.clear();
    this.presence.close();
    this.media.close();
  }

  #to(endpoint: Endpoint): Link | null {
    return endpoint.connected ? (this.#guests.get(endpoint.key)?.link ?? null) : null;
  }

  #drop(key: string): void {
    const guest = this.#guests.get(key);
    if (guest === undefined) return;
    if (guest.graceTimer) clearTimeout(guest.graceTimer);
    this.#guests.delete(key);
    this.presence.leave(key);
    this.media.drop(key);
    this.media.rest();
    this.#telling.presenceChanged();
  }
}
