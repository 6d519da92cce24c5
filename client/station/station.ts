import { computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { PassId, RoomId } from "../../shared/ids.ts";
import type { RoomInfo } from "../../shared/protocol/views.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { language } from "../i18n/language.ts";
import type { DeviceChoice } from "../media/capture.ts";
import { duckUnder } from "../media/ducking.ts";
import type { Ducker } from "../media/ducking.ts";
import { meterOf } from "../media/level.ts";
import type { Showing, StationState } from "../screen/channel.ts";
import type { Connection, Joined, MediaSession } from "../session/contract.ts";
import { join } from "../session/join.ts";
import { findDevice, keptChoices, keptStarted } from "./choices.ts";
import type { Choices } from "./choices.ts";
import { RoomDevices } from "./devices.ts";
import type { Input } from "./input.ts";
import { soundState } from "./onair.ts";
import type { SoundState } from "./onair.ts";
import { ScreenHost } from "./screenhost.ts";
import { followSessions } from "./sessions.ts";
import type { Following } from "./sessions.ts";
import { closedLately, loudestOf } from "./steady.ts";

type Trouble = MediaSession["trouble"]["value"][number];

/** *default*: the system's; *chosen*; *lost*: the chosen one is not there. */
export type OutputState = "default" | "chosen" | "lost";

/** A room's station: its devices, its session, its screen, and what ties them. */
export class Station {
  readonly connection: Connection;
  readonly joined: Joined<"station">;
  readonly devices: RoomDevices;
  readonly choices: Signal<Choices>;
  readonly sessions: Following;
  readonly screen: ScreenHost;
  /** "Start room" was pressed, in this tab, maybe before a reload. */
  readonly started = signal(false);
  readonly output = signal<OutputState>("default");
  /** The operator keeps the laptop microphone open over remote voices. */
  readonly keepOpen = signal(false);
  /** The sound input's meter, and the loudest of its last seconds. */
  readonly level = signal<ReadonlySignal<number> | null>(null);
  readonly loudest = signal<ReadonlySignal<number> | null>(null);
  /** A laptop microphone that gives way to remote voices: is it closed now? Null: nothing gives way. */
  readonly ducked = signal<ReadonlySignal<boolean> | null>(null);
  readonly #ducker = signal<Ducker | null>(null);
  readonly #kept: ReturnType<typeof keptStarted>;
  #resumed = false;

  constructor(passId: PassId, connection: Connection) {
    this.connection = connection;
    this.choices = keptChoices(passId);
    this.#kept = keptStarted(passId);
    this.started.value = this.#kept.read();
    this.joined = join(connection, "station", { listening: this.started.peek() });
    this.devices = new RoomDevices(this.choices);
    this.sessions = followSessions(connection, this.joined);
    this.screen = new ScreenHost(passId, connection, this.joined, this.#showing());
    // Also where the browser forgets with each page what it was allowed.
    if (this.started.peek()) void this.devices.ask();
    effect(() => this.#offer());
    effect(() => this.#measure());
    effect(() => this.#duck());
    effect(() => this.#applyKeepOpen());
    effect(() => this.#setOutput());
    effect(() => this.#sayTrouble());
    effect(() => this.#resumeSound());
    effect(() => this.#stopWhenTakenOver());
  }

  readonly roomId = computed<RoomId | null>(() => this.connection.welcome.value?.pass.roomId ?? null);

  readonly room = computed<RoomInfo | null>(() => {
    const known = [this.sessions.occurrence.value, ...this.connection.occurrences.value];
    for (const occurrence of known) {
      const room = occurrence?.rooms.find(({ id }) => id === this.roomId.value);
      if (room !== undefined) return room;
    }
    return null;
  });

  /** Devices that the room should have and has not. */
  readonly #lost = computed<readonly Trouble[]>(() => {
    const { camera, second, sound, permission } = this.devices;
    const none = this.started.value && ["refused", "insecure", "none"].includes(permission.value);
    const gone = (input: Input): boolean => none || !["off", "opening", "on"].includes(input.state.value);
    return [
      ...(gone(camera) || gone(second) ? (["camera-lost"] as const) : []),
      ...(gone(sound) ? (["sound-lost"] as const) : []),
    ];
  });

  readonly sound = computed<SoundState>(() =>
    soundState(this.joined.stage.value, this.roomId.value, {
      started: this.started.value,
      capturing: !this.#lost.value.includes("sound-lost"),
      published: this.joined.media.published.value.has("sound"),
    }),
  );

  /** In the gesture: sound may start now, and the browser may ask for the devices. */
  start(): void {
    this.started.value = true;
    this.#kept.write(true);
    void this.joined.listen(true);
    void this.devices.ask();
  }

  choose(change: Partial<Choices>): void {
    this.choices.value = { ...this.choices.peek(), ...change };
  }

  #showing(): ReadonlySignal<Showing> {
    return computed(() => ({
      roomId: this.roomId.value,
      occurrence: this.sessions.occurrence.value,
      next: this.sessions.next.value,
      stage: this.joined.stage.value,
      tracks: this.#pictures(),
      state: this.#state(),
      language: language.value,
    }));
  }

  /** What comes, and the room's own cameras: they need no way over the server. */
  #pictures(): ReadonlyMap<SourceId, MediaStreamTrack> {
    const tracks = new Map<SourceId, MediaStreamTrack>();
    for (const [source, track] of this.joined.media.tracks.value) if (track.kind === "video") tracks.set(source, track);
    const roomId = this.roomId.value;
    if (roomId === null) return tracks;
    for (const [track, input] of this.#cameras()) {
      const { value } = input.track;
      if (value !== null) tracks.set(roomSource(roomId, track), value);
    }
    return tracks;
  }

  #state(): StationState {
    if (this.connection.goodbye.value === "taken-over" || this.joined.refused.value === "room-taken")
      return "elsewhere";
    if (this.connection.state.value === "closed") return "closed";
    if (this.connection.state.value !== "open") return "lost";
    return this.joined.media.line.value.state === "stalled" ? "stalled" : "good";
  }

  #cameras(): readonly (readonly ["camera1" | "camera2", Input])[] {
    return [
      ["camera1", this.devices.camera],
      ["camera2", this.devices.second],
    ];
  }

  #offer(): void {
    const { media } = this.joined;
    for (const [track, input] of this.#cameras()) media.offer(track, input.track.value);
    const { kind, stereo } = this.choices.value;
    const deskFeed = kind === "desk";
    media.offer("sound", this.devices.sound.track.value, { deskFeed, stereo: deskFeed && stereo });
  }

  #measure(): (() => void) | undefined {
    const track = this.devices.sound.track.value;
    if (track === null) return undefined;
    const meter = untracked(() => meterOf(track));
    const loudest = loudestOf(meter.level);
    this.level.value = meter.level;
    this.loudest.value = loudest.value;
    return () => {
      this.level.value = null;
      this.loudest.value = null;
      loudest.close();
      meter.close();
    };
  }

  /** A laptop's microphone gives way to remote voices; a desk feed is never touched. */
  #duck(): (() => void) | undefined {
    const track = this.devices.sound.track.value;
    if (track === null || !this.started.value || this.choices.value.kind === "desk") return undefined;
    const ducker = untracked(() => duckUnder(track, this.joined.media));
    const ducked = untracked(() => closedLately(ducker.open));
    this.#ducker.value = ducker;
    this.ducked.value = ducked.value;
    return () => {
      this.#ducker.value = null;
      this.ducked.value = null;
      ducked.close();
      ducker.close();
    };
  }

  #applyKeepOpen(): void {
    const ducker = this.#ducker.value;
    if (ducker !== null) ducker.mode.value = this.keepOpen.value ? "open" : "auto";
  }

  #setOutput(): void {
    const { output } = this.choices.value;
    const { outputs } = this.devices.lists.value;
    const device = output === null ? null : findDevice(output, outputs);
    // Named only after the permission: until then a kept choice waits.
    if (output !== null && device === null && this.devices.permission.value !== "allowed") return;
    const lost = output !== null && device === null;
    void this.#sinkTo(device, lost);
  }

  async #sinkTo(device: DeviceChoice | null, lost: boolean): Promise<void> {
    try {
      await this.joined.media.setOutput(device?.id ?? "");
      this.output.value = lost ? "lost" : device === null ? "default" : "chosen";
    } catch {
      // Gone between the list and now, or the browser cannot: the sound stays where it is.
      this.output.value = "lost";
    }
  }

  #sayTrouble(): void {
    const found = [...this.#lost.value];
    if (this.joined.media.soundBlocked.value) found.push("return-blocked");
    if (this.output.value === "lost") found.push("output-lost");
    this.joined.media.trouble.value = found;
  }

  /** After a reload: with the microphone open again some browsers let sound start; else any touch of the page does. */
  #resumeSound(): (() => void) | undefined {
    if (!this.joined.media.soundBlocked.value) return undefined;
    const capturing = this.devices.sound.track.value !== null;
    const resume = (): void => void this.joined.media.resumeSound();
    if (capturing && !this.#resumed) {
      this.#resumed = true;
      untracked(resume);
    }
    addEventListener("pointerdown", resume);
    addEventListener("keydown", resume);
    return () => {
      removeEventListener("pointerdown", resume);
      removeEventListener("keydown", resume);
    };
  }

  /** Another computer has the room now: this one must not be heard, or send, any more. */
  #stopWhenTakenOver(): void {
    if (this.connection.goodbye.value === null) return;
    this.#kept.write(false);
    untracked(() => {
      this.started.value = false;
      this.joined.close();
      this.devices.close();
    });
  }
}
