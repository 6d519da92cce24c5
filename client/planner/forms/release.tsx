import type { JSX } from "preact";
import { conflictWords } from "../../../shared/plan/words.ts";
import { at } from "../../../shared/record.ts";
import { language } from "../../i18n/language.ts";
import { useActing } from "../../ui/acting.ts";
import { Release, releaseWords } from "../../ui/release.tsx";
import { FormError, FormLine } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";

/** Releases the conference that is shown. */
export function ReleaseForm({ board, onDone }: FormProps): JSX.Element | null {
  const acting = useActing();
  const conference = board.conference.value;
  if (conference === null) return null;
  const conflicts = board.conflicts.value.map((conflict) => ({
    ...conflictWords(board.plan.value, board.zones.value, conflict, language.value),
    key: conflict.key,
    weight: conflict.weight,
  }));
  const release = (despite: readonly string[]): void =>
    void acting.run(async () => {
      const { number } = await board.edit("release", { conferenceId: conference.id, despite: [...despite] });
      board.say(releaseWords().done(number));
      onDone();
    });
  return (
    <Release
      draft={at(board.view.value?.drafts ?? {}, conference.id)}
      conflicts={conflicts}
      acting={acting}
      onRelease={release}
      onCancel={onDone}
    >
      <FormError board={board} error={acting.error.value} />
      <FormLine board={board} />
    </Release>
  );
}
