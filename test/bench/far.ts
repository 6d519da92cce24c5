import { openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { speak } from "../support/peer.ts";
import type { Voice } from "../support/peer.ts";
import { liveOf } from "./hall.ts";

// A process on the far side of a line: a remote speaker, and the moderator who calls them. It is told what to do over
// its parent's channel, one word at a time, and answers each.

/** What is asked, and what is answered; `at`: milliseconds since 1970. */
export type FarOrder =
  | {
      readonly order: "come";
      readonly participant: string;
      readonly moderator: string;
      readonly packets: readonly (readonly number[])[];
    }
  | { readonly order: "call" }
  | { readonly order: "yield" };
export interface FarAnswer {
  readonly at: number;
  readonly error?: string;
}

const now = (): number => performance.timeOrigin + performance.now();
let speaker: Caller | null = null;
let moderator: Caller | null = null;
let voice: Voice | null = null;

/** Joins both, and brings the speaker to the head of the queue, microphone tried. */
async function come(order: Extract<FarOrder, { order: "come" }>): Promise<void> {
  speaker ??= await openCaller(order.participant);
  moderator ??= await openCaller(order.moderator);
  const occurrenceId = liveOf(speaker);
  await speaker.attach(occurrenceId, "participant");
  await moderator.attach(occurrenceId, "console");
  await speaker.command("introduce", { name: "Far speaker", place: "", roomId: null });
  await speaker.command("raiseHand", {});
  const asked = speaker.notice("sends", ({ sends }) => sends.some(({ track }) => track === "mic"));
  await speaker.command("makeReady", {});
  await asked;
  voice = await speak(speaker, "mic", (number) => Uint8Array.from(order.packets[number % order.packets.length] ?? []));
  voice.pause();
}

/** The moderator calls; the speaker's microphone flows when the server asks for it. Answers when the call left. */
async function call(): Promise<number> {
  if (speaker === null || moderator === null || voice === null) throw new Error("nobody has come");
  const flows = speaker.notice("sends", ({ sends }) =>
    sends.some(({ track, state }) => track === "mic" && state === "flowing"),
  );
  const at = now();
  const called = moderator.command("callNext", {});
  await flows;
  voice.resume();
  await called;
  return at;
}

async function giveBack(): Promise<void> {
  await speaker?.command("yieldFloor", {});
  voice?.close();
  voice = null;
}

async function obey(order: FarOrder): Promise<FarAnswer> {
  switch (order.order) {
    case "come":
      await come(order);
      return { at: now() };
    case "call":
      return { at: await call() };
    case "yield":
      await giveBack();
      return { at: now() };
  }
}

process.on("message", (order: FarOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ at: now(), error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on("disconnect", () => process.exit());
