import type { Scene, Stage } from "../../shared/stage/model.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import { lacking, sameScene } from "./prepare.ts";
import type { Rights } from "./rights.ts";

/** What stands against taking a scene to the program, in words; null: nothing. */
export function whyNotTake(stage: Stage, rights: Rights, scene: Scene, t: ConsoleWords): string | null {
  if (rights.desk !== null) return rights.desk;
  if (scene.layout !== "holding" && scene.sources.length === 0) return t.reasons.nothingChosen;
  const lacks = lacking(scene);
  if (lacks > 0) return t.reasons.chooseMore(lacks);
  return sameScene(scene, stage.program) ? t.reasons.onAirAlready : null;
}
