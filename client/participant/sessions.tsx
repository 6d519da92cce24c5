import type { JSX } from "preact";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { pathTo } from "../session/pass.ts";
import { Plate } from "../ui/plate.tsx";
import { daysUntil, timeOfDay, wallAt } from "../ui/time.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** The conference's other sessions of today and tomorrow, in one's own time, each leading there. */
export function OtherSessions({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const t = words();
  const here = visit.occurrence.value?.id;
  const others = visit.connection.occurrences.value.filter(({ id }) => id !== here);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t.waiting.today}</h2>
      <ol class="sessions">
        {others.map((occurrence) => (
          <SessionLine key={occurrence.id} visit={visit} occurrence={occurrence} />
        ))}
      </ol>
    </section>
  );
}

function SessionLine({
  visit,
  occurrence,
}: {
  readonly visit: Visit;
  readonly occurrence: OccurrenceInfo;
}): JSX.Element {
  const { waiting: t } = words();
  const clock = visit.here.value;
  const days = daysUntil(occurrence.startsAt, visit.time.value, clock);
  const go = (event: MouseEvent): void => {
    // Another tab or window is the browser's business; here the page, its sound and its devices stay.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void visit.attempt(() => visit.goTo(occurrence.id));
  };
  return (
    <li>
      <a href={pathTo("participant", visit.address.passId, occurrence.id)} onClick={go}>
        <span class="time">{timeOfDay(occurrence.startsAt, clock)}</span>
        <span>
          <span class="title">{occurrence.title}</span>
          {days !== 0 && <span class="quiet"> {common().time.shortDay(wallAt(occurrence.startsAt, clock))}</span>}
        </span>
      </a>
      {occurrence.phase === "live" && <Plate look="next">{t.isLive}</Plate>}
      {occurrence.phase === "ended" && <Plate look="said">{t.ended}</Plate>}
    </li>
  );
}
