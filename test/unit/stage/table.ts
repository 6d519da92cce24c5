import { describe, expect, test } from "vitest";
import type { Actor, StageCommand } from "../../../shared/stage/commands.ts";
import { decide } from "../../../shared/stage/decide.ts";
import type { StageEvent } from "../../../shared/stage/events.ts";
import type { Scene } from "../../../shared/stage/model.ts";
import { actor, command, opened, pass, play, room } from "./world.ts";
import type { Step } from "./world.ts";

/** When the commands of the tables are given. */
export const now = 5_000_000;

/** One line of a table: in an open session where `before` happened, somebody asks, and that comes of it (or a refusal). */
export type Row = readonly [
  what: string,
  before: readonly Step[],
  by: string,
  asked: StageCommand,
  expected: string | readonly StageEvent[],
  who?: Partial<Actor>,
];

export function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    for (const [what, before, by, asked, expected, who] of rows) {
      test(what, () => {
        const stage = play([...opened, ...before]);
        const decision = decide(stage, asked, actor(by, who), { now, newId: () => "new" });
        expect(decision.ok ? decision.value : decision.code).toEqual(expected);
      });
    }
  });
}

export const giveDesk = (name: string | null): Step =>
  command("rosa", { type: "giveDesk", passId: name === null ? null : pass(name) });

export const takes = (to: "program" | "durban" | "athens", scene: Scene): StageCommand => ({
  type: "take",
  to: to === "program" ? to : room(to),
  scene,
});

export const one = (source: Scene["sources"][number]): Scene => ({ layout: "one", sources: [source] });
