import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { PassId } from "../../shared/ids.ts";
import { personSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { captureCamera, captureMicrophone, onLost } from "../media/capture.ts";
import type { CaptureFailure } from "../media/capture.ts";
import { meterOf } from "../media/level.ts";
import type { LevelMeter } from "../media/level.ts";
import type { Connection, Joined } from "../session/contract.ts";

/** Set in a tab while its microphone is open: a reloaded tab then asks for it again by itself. */
const kept = "crossroom.console.speaks";

export type DeviceTrouble = CaptureFailure | "lost";

/** The moderator's own microphone and camera on this console: asked for when first needed, kept until the page goes. */
export class OwnVoice {
  readonly #connection: Pick<Connection, "command">;
  readonly #joined: Joined<"console">;
  readonly #passId: ReadonlySignal<PassId | null>;
  readonly #microphone = signal<MediaStreamTrack | null>(null);
  readonly #camera = signal<MediaStreamTrack | null>(null);
  readonly #meter = signal<LevelMeter | null>(null);
  readonly #trouble = signal<{ readonly device: "microphone" | "camera"; readonly why: DeviceTrouble } | null>(null);
  readonly #asking = signal(false);
  /** The stage has this person's microphone open. */
  readonly open: ReadonlySignal<boolean>;
  readonly muted: ReadonlySignal<boolean>;

  constructor(
    connection: Pick<Connection, "command">,
    joined: Joined<"console">,
    passId: ReadonlySignal<PassId | null>,
  ) {
    this.#connection = connection;
    this.#joined = joined;
    this.#passId = passId;
    this.open = computed(() => passId.value !== null && joined.stage.value?.openMics.includes(passId.value) === true);
    this.muted = computed(() => {
      const { source } = this;
      return source !== null && joined.stage.value?.muted[source] !== undefined;
    });
    this.#returnAfterReload();
  }

  get microphone(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#microphone;
  }
  get camera(): ReadonlySignal<MediaStreamTrack | null> {
    return this.#camera;
  }
  get meter(): ReadonlySignal<LevelMeter | null> {
    return this.#meter;
  }
  get trouble(): ReadonlySignal<{ readonly device: "microphone" | "camera"; readonly why: DeviceTrouble } | null> {
    return this.#trouble;
  }
  get asking(): ReadonlySignal<boolean> {
    return this.#asking;
  }
  /** The own microphone as the stage names it. */
  get source(): SourceId | null {
    return this.#passId.value === null ? null : personSource(this.#passId.value, "mic");
  }

  /** Asks for the microphone if there is none yet, then opens it on the stage. Nothing is sent before that. */
  async speak(): Promise<void> {
    if (!(await this.#ensureMicrophone())) return;
    await this.#connection.command("openMic", {});
    sessionStorage.setItem(kept, "1");
  }

  async stop(): Promise<void> {
    sessionStorage.removeItem(kept);
    this.cameraOff();
    await this.#connection.command("closeMic", {});
  }

  async mute(on: boolean): Promise<void> {
    const { source } = this;
    if (source !== null) await this.#connection.command(on ? "mute" : "unmute", { source });
  }

  async cameraOn(): Promise<void> {
    const captured = await captureCamera();
    if (!captured.ok) {
      this.#trouble.value = { device: "camera", why: captured.code };
      return;
    }
    this.#trouble.value = null;
    this.#setCamera(captured.value);
    onLost(captured.value, () => {
      this.#setCamera(null);
      this.#trouble.value = { device: "camera", why: "lost" };
    });
  }

  cameraOff(): void {
    this.#camera.peek()?.stop();
    this.#setCamera(null);
  }

  #setCamera(track: MediaStreamTrack | null): void {
    this.#camera.value = track;
    this.#joined.media.offer("camera", track);
  }

  async #ensureMicrophone(): Promise<boolean> {
    if (this.#microphone.peek() !== null) return true;
    this.#asking.value = true;
    const captured = await captureMicrophone();
    this.#asking.value = false;
    if (!captured.ok) {
      this.#trouble.value = { device: "microphone", why: captured.code };
      return false;
    }
    this.#trouble.value = null;
    this.#setMicrophone(captured.value);
    onLost(captured.value, () => {
      this.#setMicrophone(null);
      this.#trouble.value = { device: "microphone", why: "lost" };
    });
    return true;
  }

  #setMicrophone(track: MediaStreamTrack | null): void {
    this.#meter.peek()?.close();
    this.#meter.value = track === null ? null : meterOf(track);
    this.#microphone.value = track;
    this.#joined.media.offer("mic", track);
  }

  /** This tab spoke when it was reloaded and is still open on the stage: it is heard again without a press. */
  #returnAfterReload(): void {
    if (sessionStorage.getItem(kept) === null) return;
    let tried = false;
    effect(() => {
      if (tried || !this.open.value) return;
      tried = true;
      void this.#ensureMicrophone();
    });
  }
}
