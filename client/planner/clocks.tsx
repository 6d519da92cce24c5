import type { JSX } from "preact";
import type { Detail } from "../../shared/plan/detail.ts";
import type { StartInput } from "../../shared/plan/model.ts";
import type { PlanCommand } from "../../shared/protocol/plan.ts";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { utcOffset } from "../ui/time.ts";
import type { OpenBoard } from "./board.ts";
import { cityOfZone } from "./cities.ts";
import { withStart } from "./restart.ts";
import { shortDayWords } from "./times.ts";
import { words } from "./words.ts";

export type ClocksDetail = Extract<Detail, { readonly kind: "gap" | "fold" }>;

interface Choice {
  readonly start: StartInput;
  readonly words: string;
}

/** The times that a person can have meant: the neighbours of a gap, the two of a fold. */
export function clockChoices(start: StartInput, detail: ClocksDetail): readonly [Choice, Choice] {
  const t = words().clocks;
  const time = start.wall.slice(11);
  if (detail.kind === "fold") {
    const { earlier, later } = detail;
    return [
      { start: { ...start, offset: earlier.offset }, words: t.first(time, utcOffset(earlier.offset)) },
      { start: { ...start, offset: later.offset }, words: t.second(time, utcOffset(later.offset)) },
    ];
  }
  const said = (wall: string): string =>
    wall.slice(0, 10) === start.wall.slice(0, 10)
      ? wall.slice(11)
      : `${shortDayWords(wall.slice(0, 10))}, ${wall.slice(11)}`;
  return [
    { start: { ...start, wall: detail.earlier, offset: null }, words: t.before(said(detail.earlier)) },
    { start: { ...start, wall: detail.later, offset: null }, words: t.after(said(detail.later)) },
  ];
}

/** What the clocks do there, in words. */
export function clockWords(board: OpenBoard, start: StartInput, detail: ClocksDetail): string {
  const t = words().clocks;
  const time = `${start.wall.slice(11)}, ${shortDayWords(start.wall.slice(0, 10))}`;
  return t[detail.kind](time, cityOfZone(board, start.zone));
}

/** Asks which time is meant, and sends the same command with it. */
export function ClocksDialog(props: {
  readonly board: OpenBoard;
  readonly command: PlanCommand;
  readonly start: StartInput;
  readonly detail: ClocksDetail;
  readonly onClose: () => void;
}): JSX.Element {
  const { board, command, start, detail, onClose } = props;
  const t = words().clocks;
  // What is refused again is said by the board.
  const choose = (chosen: StartInput): void => void board.run(withStart(command, chosen)).catch(() => undefined);
  return (
    <Dialog title={detail.kind === "gap" ? t.gapTitle : t.foldTitle} onClose={onClose}>
      <p>{clockWords(board, start, detail)}</p>
      <p class="keys down">
        {clockChoices(start, detail).map((choice) => (
          <Key key={choice.words} busy={board.busy.value} onPress={() => choose(choice.start)}>
            {choice.words}
          </Key>
        ))}
        <Key look="plain" onPress={onClose}>
          {common().cancel}
        </Key>
      </p>
    </Dialog>
  );
}
