import type { JSX } from "preact";
import { personSource } from "../../shared/stage/sources.ts";
import { Key } from "../ui/key.tsx";
import { heardVoices } from "./heard.ts";
import { useConsole, useLive } from "./live.ts";

/** What concerns the whole session: silence, the sign, opening and ending. */
export function SessionKeys(): JSX.Element {
  const { connection, acts, asking } = useConsole();
  const { stage, pass, rights, t, command } = useLive();
  const against = (why: string | null): { readonly disabled: boolean; readonly why?: string } =>
    why === null ? { disabled: false } : { disabled: true, why };
  const voices = heardVoices(stage).filter(
    ({ source, muted }) => muted === null && source !== personSource(pass.id, "mic"),
  );
  const noVoices = voices.length === 0 ? t.reasons.nobodyHeard : null;
  const onAirAlready = stage.program.layout === "holding" ? t.reasons.onAirAlready : null;
  return (
    <div class="keys session" role="group" aria-label={t.foot.title}>
      <Key
        busy={acts.isBusy("muteAll")}
        {...against(rights.desk ?? noVoices)}
        onPress={() =>
          acts.run("muteAll", () => Promise.all(voices.map(({ source }) => connection.command("mute", { source }))))
        }
      >
        {t.foot.muteAll}
      </Key>
      <Key
        {...against(rights.desk ?? onAirAlready)}
        busy={acts.isBusy("holding")}
        onPress={() =>
          command("take", { to: "program", scene: { layout: "holding", sources: [] }, baseSeq: stage.seq }, "holding")
        }
      >
        {t.foot.holding}
      </Key>
      {stage.phase === "waiting" && (
        <Key
          label={t.foot.open}
          busy={acts.isBusy("openSession")}
          {...against(rights.desk)}
          onPress={() => command("openSession", {})}
        >
          {t.foot.open}
        </Key>
      )}
      {stage.phase !== "waiting" && (
        <Key label={t.foot.end} {...against(rights.live)} onPress={() => (asking.value = { about: "end" })}>
          {t.foot.end}…
        </Key>
      )}
    </div>
  );
}
