import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { Mast } from "../ui/mast.tsx";
import { Plate } from "../ui/plate.tsx";
import { duration, second } from "../ui/time.ts";
import { Check } from "./check.tsx";
import type { Floor } from "./floor.ts";
import { Notes } from "./notes.tsx";
import { ReadyKey } from "./thumb.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";
import "./turn.css";

interface CalledProps {
  readonly visit: Visit;
  readonly floor: Floor;
}

/** One is called: the private check, "I am ready", and the way out of it. */
export function Called({ visit, floor }: CalledProps): JSX.Element | null {
  const { check: t } = words();
  const busy = useSignal(false);
  const mine = visit.view.value?.mine;
  const occurrence = visit.occurrence.value;
  if (mine === undefined || occurrence === null) return null;
  const decline = async (): Promise<void> => {
    busy.value = true;
    const { connection } = visit;
    await visit.attempt(() => connection.command(mine.state === "onAir" ? "yieldFloor" : "decline", {}));
    busy.value = false;
  };
  return (
    <>
      <Mast name={occurrence.title} />
      <main id="content" tabIndex={-1} class="narrow" aria-label={t.label}>
        <header>
          <p class="facts">
            <Plate look="next">{t.called}</Plate>
            <span>
              {t.have} <b>{duration(mine.limit * second)}</b>
            </span>
          </p>
          <h1 class="title">{mine.ready ? t.calledTitle : t.title}</h1>
          <p class="quiet">{mine.ready ? t.calledReady : t.wants}</p>
        </header>
        <Notes visit={visit} />
        <Check floor={floor} />
      </main>
      <div class="thumb narrow" role="region" aria-label={t.region}>
        <div>
          {!mine.ready && <ReadyKey visit={visit} />}
          <Key look="wide" busy={busy.value} onPress={() => void decline()}>
            {t.notNow}
          </Key>
        </div>
      </div>
    </>
  );
}
