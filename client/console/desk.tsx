import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";

/** Who has the desk, and the one thing to do about it. */
export function DeskBar(): JSX.Element {
  const { asking, acts } = useConsole();
  const { stage, pass, rights, names, t, command } = useLive();
  const mine = stage.desk === pass.id;
  const holder = mine ? t.desk.withYou : stage.desk === null ? t.desk.withNobody : names.person(stage.desk);
  const why = rights.moderatorHere ? t.reasons.moderatorHere : undefined;
  return (
    <p class="deskbar">
      <span>
        {t.desk.name}: <b>{holder}</b>
      </span>
      {rights.runs ? (
        <Key onPress={() => (asking.value = { about: "desk" })}>{t.desk.hand}</Key>
      ) : (
        <Key
          busy={acts.isBusy("takeDesk")}
          disabled={why !== undefined || stage.phase === "ended"}
          {...(why === undefined ? {} : { why })}
          onPress={() => command("takeDesk", { baseSeq: stage.seq })}
        >
          {t.desk.take}
        </Key>
      )}
    </p>
  );
}

/** By which name the others know this console. */
export function Identity(): JSX.Element {
  const { asking } = useConsole();
  const { pass, names, t } = useLive();
  return (
    <p class="identity fine">
      <span>
        {t.you.are} <b>{names.person(pass.id)}</b>
      </span>
      <Key look="plain" onPress={() => (asking.value = { about: "name" })}>
        {t.you.change}
      </Key>
    </p>
  );
}
