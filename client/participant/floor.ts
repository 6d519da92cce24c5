import { computed, effect, signal, untracked } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { PassId } from "../../shared/ids.ts";
import type { Microphone as Report } from "../../shared/stage/model.ts";
import { personSource } from "../../shared/stage/sources.ts";
import type { MyPlace } from "../../shared/stage/views.ts";
import { captureCamera, captureScreen } from "../media/capture.ts";
import { CallError } from "../session/contract.ts";
import type { Connection, Joined } from "../session/contract.ts";
import { second } from "../ui/time.ts";
import type { Kept } from "./kept.ts";
import { Microphone } from "./microphone.ts";
import type { MicrophoneState } from "./microphone.ts";
import { Showing } from "./showing.ts";

/** Who comes back after a longer absence (milliseconds) comes back muted. */
const longAbsence = 30 * second;

interface FloorPorts {
  readonly passId: PassId;
  readonly connection: Pick<Connection, "command" | "state">;
  readonly joined: Pick<Joined<"participant">, "media" | "listening" | "attached">;
  readonly kept: Pick<Kept, "microphoneId" | "showing">;
  readonly mine: ReadonlySignal<MyPlace | null>;
}

/** What one speaks with: made when the hand goes up, awake from "you are next" until one has spoken. */
export class Floor {
  readonly microphone: Microphone;
  readonly camera = new Showing(() => captureCamera());
  readonly share = new Showing(() => captureScreen());
  /** Switched off here because the line was away for long; the server is told to mute when it is back. */
  readonly quieted = signal(false);
  readonly #ports: FloorPorts;
  readonly #endings: readonly (() => void)[];
  #reported = "";

  constructor(ports: FloorPorts) {
    this.#ports = ports;
    const { joined, mine } = ports;
    this.microphone = new Microphone(ports.kept.microphoneId);
    const awake = computed(
      () => joined.listening.value && ["next", "called", "onAir"].includes(mine.value?.state ?? ""),
    );
    this.#endings = [
      effect(() => {
        const wake = awake.value;
        untracked(() => (wake ? this.#wake() : this.#rest()));
      }),
      effect(() => joined.media.offer("mic", this.microphone.track.value)),
      effect(() => joined.media.offer("camera", this.camera.track.value)),
      effect(() => joined.media.offer("share", this.share.track.value)),
      effect(() => this.#unblock()),
      effect(() => this.#report()),
      effect(() => this.#quieten()),
      effect(() => this.#comeBack()),
    ];
  }

  /** Mutes or unmutes oneself, on the server: all see it. */
  async mute(on: boolean): Promise<void> {
    await this.#ports.connection.command(on ? "mute" : "unmute", { source: personSource(this.#ports.passId, "mic") });
  }

  /** The camera, on or off, by the person's own wish. */
  show(on: boolean): void {
    this.#ports.kept.showing.value = on;
    if (on) void this.camera.start();
    else this.camera.stop();
  }

  /** Gives every device back. */
  close(): void {
    for (const end of this.#endings) end();
    this.#rest();
    const { media } = this.#ports.joined;
    for (const track of ["mic", "camera", "share"] as const) media.offer(track, null);
  }

  #wake(): void {
    void this.microphone.ask();
    // On the floor already: this page was reloaded, and goes on as it was.
    const { kept, mine } = this.#ports;
    if (kept.showing.peek() && mine.peek()?.state === "onAir") void this.camera.start();
  }

  #rest(): void {
    this.microphone.stop();
    this.camera.stop();
    this.share.stop();
    // The turn is over, or given up; after a reload the place is not known yet, and nothing is forgotten.
    if (this.#ports.mine.peek()?.state === "none") this.#ports.kept.showing.value = false;
  }

  /** Browsers that refuse sound without a press allow it to who gives them the microphone. */
  #unblock(): void {
    const { media } = this.#ports.joined;
    if (this.microphone.state.value === "granted" && media.soundBlocked.peek()) void media.resumeSound();
  }

  /** The consoles see how far one is with the microphone. */
  #report(): void {
    const mine = this.#ports.mine.value;
    const report = reportOf(this.microphone.state.value);
    if (mine === null || mine.entryId === null || report === null || !this.#ports.joined.attached.value) return;
    // Who was ready before a reload stays so while the browser gives the microphone again.
    if (report === mine.microphone || (report === "asked" && mine.ready)) return;
    const once = `${mine.entryId} ${report} ${mine.microphone}`;
    if (once === this.#reported) return;
    this.#reported = once;
    untracked(
      () =>
        void this.#ports.connection.command("reportMicrophone", { microphone: report }).catch((error: unknown) => {
          // The place is gone meanwhile: nobody needs to know.
          if (!(error instanceof CallError)) throw error;
        }),
    );
  }

  #quieten(): (() => void) | undefined {
    if (this.#ports.connection.state.value !== "lost") return undefined;
    const timer = setTimeout(() => {
      const track = this.microphone.track.peek();
      if (track === null) return;
      track.enabled = false;
      this.quieted.value = true;
    }, longAbsence);
    return () => clearTimeout(timer);
  }

  #comeBack(): void {
    if (!this.quieted.value || !this.#ports.joined.attached.value) return;
    void untracked(async () => {
      const mine = this.#ports.mine.peek();
      try {
        if (mine?.state === "onAir" && mine.muted === null) await this.mute(true);
      } catch (error) {
        // Not on the floor any more: then nobody hears this microphone anyway.
        if (!(error instanceof CallError)) throw error;
      }
      this.quieted.value = false;
      const track = this.microphone.track.peek();
      if (track !== null) track.enabled = true;
    });
  }
}

function reportOf(state: MicrophoneState): Report | null {
  switch (state) {
    case "off":
      return null;
    case "asking":
      return "asked";
    case "granted":
      return "granted";
    case "refused":
      return "refused";
    case "none":
    case "failed":
      return "none";
  }
}
