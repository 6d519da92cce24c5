import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Format } from "../../shared/stage/model.ts";
import { useLive } from "./live.ts";

const times = [60, 120, 180, 300, 420, 600, 900, 1200];

/** Speaking time for who is called from now on; plenary or discussion. */
export function SessionSettings(): JSX.Element {
  const { stage, rights, t, command } = useLive();
  const ids = { time: useId(), format: useId() };
  const locked = rights.desk !== null;
  const choices = times.includes(stage.speakingTime) ? times : [...times, stage.speakingTime].sort((a, b) => a - b);
  return (
    <div class="settings">
      <label for={ids.time}>{t.floor.speakingTime}</label>
      <label for={ids.format}>{t.floor.format}</label>
      <select
        id={ids.time}
        disabled={locked}
        title={rights.desk ?? undefined}
        value={stage.speakingTime}
        onChange={(event) => command("setSpeakingTime", { seconds: Number(event.currentTarget.value) })}
      >
        {choices.map((seconds) => (
          <option key={seconds} value={seconds}>
            {t.floor.seconds(seconds)}
          </option>
        ))}
      </select>
      <select
        id={ids.format}
        disabled={locked}
        title={rights.desk ?? undefined}
        value={stage.format}
        onChange={(event) => command("setFormat", { format: event.currentTarget.value as Format })}
      >
        <option value="plenary">{t.floor.plenary}</option>
        <option value="discussion">{t.floor.discussion}</option>
      </select>
    </div>
  );
}
