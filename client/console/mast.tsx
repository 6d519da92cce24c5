import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { Plate } from "../ui/plate.tsx";
import { timeOfDay, timeWithSeconds } from "../ui/time.ts";
import { DeskBar } from "./desk.tsx";
import { useConsole } from "./live.ts";
import { roomOf } from "./names.ts";
import { isNarrow, usesKeys } from "./settings.ts";
import { words } from "./words.ts";

/** Session, place, desk, time. When the line is gone it says so here, where the eye starts. */
export function ConsoleMast(): JSX.Element {
  const { joined, asking, stale, connection, pass } = useConsole();
  const t = words();
  const occurrence = joined.occurrence.value;
  const ready = occurrence !== null && joined.stage.value !== null;
  const narrow = isNarrow.value;
  const several = connection.occurrences.value.length > 1;
  const room = occurrence === null ? null : roomOf(occurrence, pass.value?.roomId ?? null);
  const end = (
    <>
      {ready && !narrow && <DeskBar />}
      <Now />
      {several && (
        <Key look="plain" onPress={() => (asking.value = { about: "sessions" })}>
          {t.choose.menu}
        </Key>
      )}
      {(!narrow || !ready) && <LanguageMenu compact />}
      {!narrow && ready && (
        <Key look="plain" label={t.keys.button} onPress={() => (asking.value = { about: "keys" })}>
          {usesKeys.value && <kbd aria-hidden="true">?</kbd>}{" "}
          <span class={usesKeys.value ? "word-of" : undefined}>{t.keys.button}</span>
        </Key>
      )}
    </>
  );
  return (
    <Mast name={occurrence?.title ?? t.page("")} heading end={end}>
      {ready && stale.value ? (
        <Plate look="look">{connection.state.value === "open" ? t.line.back : t.line.lost}</Plate>
      ) : (
        occurrence !== null && <span class="quiet where">{t.page(room?.name ?? "")}</span>
      )}
    </Mast>
  );
}

/** The hour where the operator's room is; a moderator's own hour. */
function Now(): JSX.Element | null {
  const { joined, connection, pass, time } = useConsole();
  const welcome = connection.welcome.value;
  if (welcome === null) return null;
  const occurrence = joined.occurrence.value;
  const room = occurrence === null ? null : roomOf(occurrence, pass.value?.roomId ?? null);
  const clock = room?.clock ?? welcome.here;
  return (
    <span class="now">
      <b>{isNarrow.value ? timeOfDay(time.value, clock) : timeWithSeconds(time.value, clock)}</b>{" "}
      <span>{clock.city}</span>
    </span>
  );
}
