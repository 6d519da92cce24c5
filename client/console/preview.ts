import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Layout, Scene, Stage } from "../../shared/stage/model.ts";
import { parseSource } from "../../shared/stage/sources.ts";
import type { SourceId } from "../../shared/stage/sources.ts";
import { mayShowPicture } from "../../shared/stage/voices.ts";
import { CallError } from "../session/contract.ts";
import type { Connection, Joined } from "../session/contract.ts";
import { keepPreview, keptPreview } from "./keptpreview.ts";
import { layOut, press, sameScene, sceneOf, shownOf } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";

type Ports = Pick<Connection, "once" | "command">;

/** What this console prepares, and the take. The preview belongs to the console: no other sees it. */
export class Preview {
  readonly #ports: Ports;
  readonly #stage: ReadonlySignal<Stage | null>;
  readonly #prepared = signal<Prepared>(keptPreview());
  readonly #conflict = signal(false);
  readonly #scene: ReadonlySignal<Scene>;

  constructor(ports: Ports, joined: Pick<Joined<"console">, "stage" | "attached">) {
    this.#ports = ports;
    this.#stage = joined.stage;
    let last: Scene | null = null;
    this.#scene = computed(() => {
      const scene = sceneOf(this.#permitted());
      // The same scene stays the same object: it is not said again with each change of the stage.
      if (last === null || !sameScene(last, scene)) last = scene;
      return last;
    });
    effect(() => keepPreview(this.#prepared.value));
    // Said again after each rejoining: the server may have been another one meanwhile.
    effect(() => {
      const { layout, sources } = this.#scene.value;
      if (joined.attached.value) void this.#say({ layout, sources: [...sources] });
    });
  }

  get scene(): ReadonlySignal<Scene> {
    return this.#scene;
  }

  /** The last take met another program than the one that was seen. */
  get conflict(): ReadonlySignal<boolean> {
    return this.#conflict;
  }

  /** Null: the holding slide. */
  press(source: SourceId | null): void {
    this.#conflict.value = false;
    this.#prepared.value = source === null ? layOut(this.#permitted(), "holding") : press(this.#permitted(), source);
  }

  layOut(layout: Layout): void {
    this.#conflict.value = false;
    this.#prepared.value = layOut(this.#permitted(), layout);
  }

  /** Puts the preview on the program. Throws `CallError`, but for a conflict, which it keeps and shows. */
  async take(): Promise<void> {
    this.#conflict.value = false;
    try {
      await this.#ports.command("take", { to: "program", ...this.taking(), baseSeq: this.#stage.peek()?.seq });
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== "conflict") throw error;
      this.#conflict.value = true;
    }
  }

  /** The scene as a command takes it. */
  taking(): { readonly scene: { readonly layout: Layout; readonly sources: SourceId[] } } {
    const { layout, sources } = this.#scene.peek();
    return { scene: { layout, sources: [...sources] } };
  }

  /** Whoever left the floor is in no preview any more. */
  #permitted(): Prepared {
    const stage = this.#stage.value;
    const prepared = this.#prepared.value;
    if (stage === null) return prepared;
    const may = (source: SourceId): boolean => {
      const parsed = parseSource(source);
      return parsed.owner === "room" ? stage.roomIds.includes(parsed.roomId) : mayShowPicture(stage, parsed.passId);
    };
    if (shownOf(prepared).every(may)) return prepared;
    return { ...prepared, picked: prepared.picked.filter(may) };
  }

  async #say(scene: { readonly layout: Layout; readonly sources: SourceId[] }): Promise<void> {
    try {
      await this.#ports.once("preview", { scene });
    } catch (error) {
      // A line that broke meanwhile: it is said again when the page has joined again.
      if (!(error instanceof CallError)) throw error;
    }
  }
}
