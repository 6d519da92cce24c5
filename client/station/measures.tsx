import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { levelWord } from "../ui/level.ts";
import { Level } from "../ui/meter.tsx";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

/** Under the picture: is the sound good, is the line good. */
export function Measures({ station }: { readonly station: Station }): JSX.Element {
  return (
    <div class="under">
      <SoundLevel station={station} />
      <LineState station={station} />
    </div>
  );
}

function SoundLevel({ station }: { readonly station: Station }): JSX.Element {
  const t = words();
  const level = station.level.value;
  const label = t.level.label(station.choices.value.sound?.label ?? "");
  if (level === null) {
    return (
      <section aria-labelledby="sound-level">
        <h2 id="sound-level">{t.level.title(t.level.none)}</h2>
        <p>{t.level.noneSaid}</p>
      </section>
    );
  }
  const word = levelWord(station.loudest.value?.value ?? level.value);
  const ducked = station.ducked.value;
  const closed = ducked?.value ?? false;
  return (
    <section aria-labelledby="sound-level">
      <h2 id="sound-level">{t.level.title(closed ? t.level.closed : t.level[word])}</h2>
      <Level value={level.value} label={label} />
      {t.level.said[word] !== "" && !closed && <p>{t.level.said[word]}</p>}
      {ducked !== null && <KeepOpen station={station} />}
    </section>
  );
}

/** A laptop microphone gives way to remote voices, unless the operator answers for it. */
function KeepOpen({ station }: { readonly station: Station }): JSX.Element {
  const t = words();
  const kept = station.keepOpen;
  return (
    <p class="keys">
      <Key pressed={kept.value} onPress={() => (kept.value = !kept.value)}>
        {t.keys.keepOpen}
      </Key>
      <span class="fine quiet">{kept.value ? t.input.keepSaid : t.input.duckSaid}</span>
    </p>
  );
}

function LineState({ station }: { readonly station: Station }): JSX.Element {
  const { line } = words();
  const { state, rtt, lost, up, down } = station.joined.media.line.value;
  const away = station.connection.state.value !== "open";
  const said = { none: rtt === null ? line.noneSaid : "", good: "", poor: line.poorSaid, stalled: line.stalledSaid };
  const numbers = [
    up > 0 || down > 0 ? line.numbers(up, down) : "",
    rtt === null ? "" : `${line.back(rtt)} ${line.loss(lost)}`,
    said[state],
  ];
  const measured = numbers.filter((part) => part !== "").join(" ");
  return (
    <section aria-labelledby="line-state">
      <h2 id="line-state">{line.title(away ? line.lost : line[state])}</h2>
      {!away && measured !== "" && <p>{measured}</p>}
    </section>
  );
}
