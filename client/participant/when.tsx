import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceInfo } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Strip } from "../ui/strip.tsx";
import { daysAhead, hour, timeOfDay } from "../ui/time.ts";
import { wallAt } from "../ui/time.ts";
import { lazy } from "./lazy.tsx";
import { hostRoom, roomCalled } from "./places.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

const ChooseCity = lazy(async () => (await import("./city.tsx")).ChooseCity);

/** The strips begin so long before the session (minutes): most of what leads up to it, and the night after. */
const before = 840;

interface WhenProps {
  readonly visit: Visit;
  readonly occurrence: OccurrenceInfo;
}

/** The session's moment in one's own place and in the host room's: two strips, one spine. */
export function When({ visit, occurrence }: WhenProps): JSX.Element {
  const { waiting: t } = words();
  const choosing = useSignal(false);
  const own = visit.here.value;
  const host = hostRoom(occurrence);
  const at = occurrence.startsAt;
  const start = at - (before / 60) * hour;
  const otherDay = host !== null && daysAhead(at, host.clock, own) !== 0;
  return (
    <section aria-label={t.when}>
      <dl class="moment" style={{ "--at": String(before) }}>
        <div>
          <dt>
            {own.city}
            <br />
            <span class="quiet">
              {t.yours},{" "}
              <button type="button" class="link" aria-label={t.changeCity} onClick={() => (choosing.value = true)}>
                {t.change}
              </button>
            </span>
          </dt>
          <dd>{timeOfDay(at, own)}</dd>
          <dd aria-hidden="true">
            <Strip start={start} clock={own} />
          </dd>
        </div>
        {host !== null && (
          <div>
            <dt>
              {roomCalled(occurrence, host)}
              <br />
              <span class="quiet">
                {t.theRoom}
                {otherDay && `, ${common().time.shortDay(wallAt(at, host.clock))}`}
              </span>
            </dt>
            <dd>{timeOfDay(at, host.clock)}</dd>
            <dd aria-hidden="true">
              <Strip start={start} clock={host.clock} />
            </dd>
          </div>
        )}
      </dl>
      {own.city === "UTC" && <p class="quiet">{t.unknownCity}</p>}
      {choosing.value && <ChooseCity visit={visit} onClose={() => (choosing.value = false)} />}
    </section>
  );
}
