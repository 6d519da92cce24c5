import type { JSX } from "preact";
import { duration } from "../ui/time.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** What the program shows when nothing is on it: the sign with title and countdown. */
export function Holding({ visit }: { readonly visit: Visit }): JSX.Element {
  const { listening: t } = words();
  const occurrence = visit.occurrence.value;
  const phase = occurrence?.phase ?? "waiting";
  const left = (occurrence?.startsAt ?? 0) - visit.time.value;
  return (
    <div class="holding" role="group" aria-label={t.holding}>
      <b>{occurrence?.title ?? ""}</b>
      {phase === "live" && <span>{t.goesOn}</span>}
      {phase === "ended" && <span>{t.over}</span>}
      {phase === "waiting" && (
        <>
          <span>{left > 0 ? t.beginsIn : t.beginsSoon}</span>
          {/* The page's own countdown is the one that is read out. */}
          {left > 0 && <b class="figure">{duration(left)}</b>}
        </>
      )}
    </div>
  );
}
