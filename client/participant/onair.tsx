import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { personSource } from "../../shared/stage/sources.ts";
import type { MyPlace } from "../../shared/stage/views.ts";
import { spoken } from "../ui/countdown.tsx";
import { Plate } from "../ui/plate.tsx";
import { Tile } from "../ui/tile.tsx";
import { duration, second } from "../ui/time.ts";
import { TroubleNote } from "../ui/trouble.tsx";
import { AirKeys } from "./airkeys.tsx";
import { Check, OwnLevel } from "./check.tsx";
import type { Floor } from "./floor.ts";
import { Notes } from "./notes.tsx";
import { hostRoom, roomCalled } from "./places.ts";
import { Program } from "./program.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";
import "./turn.css";

interface OnAirProps {
  readonly visit: Visit;
  readonly floor: Floor;
}

/** The one red page: time used and left, who hears one, how one is seen, and "Yield". */
export function OnAir({ visit, floor }: OnAirProps): JSX.Element | null {
  const { air: t } = words();
  const mine = visit.view.value?.mine;
  if (mine === undefined) return null;
  return (
    <>
      <main id="content" tabIndex={-1} class="narrow" aria-label={t.label}>
        <Clock visit={visit} mine={mine} />
        <Notes visit={visit} />
        <div class="heard-by">
          <Program visit={visit} />
          <p class="third heard">
            <b>{hearing(visit, mine)}</b>
          </p>
        </div>
        {floor.microphone.state.value === "granted" ? (
          <section>
            <OwnLevel floor={floor} />
          </section>
        ) : (
          <Check floor={floor} again />
        )}
        {mine.muted === "stage" && (
          <section>
            <p>
              <Plate look="look">{t.muted}</Plate> {t.byModerator}
            </p>
          </section>
        )}
        <Self visit={visit} floor={floor} />
      </main>
      <AirKeys visit={visit} floor={floor} mine={mine} />
    </>
  );
}

interface PlaceProps {
  readonly visit: Visit;
  readonly mine: MyPlace;
}

/** Time used, in red; at zero it turns amber and counts up, and nobody is cut off. */
function Clock({ visit, mine }: PlaceProps): JSX.Element {
  const { air: t } = words();
  const used = Math.max(0, visit.time.value - (mine.onAirAt ?? visit.time.value));
  const limit = mine.limit * second;
  const left = limit - used;
  const over = left <= 0;
  const percent = over ? 100 : Math.round((used / limit) * 100);
  return (
    <>
      <div class={mine.muted === null ? "air" : "air muted"}>
        <h1>{mine.muted === null ? t.title : t.muted}</h1>
        <p class={over ? "figure over-time" : "figure"} role="timer" aria-live="off" aria-label={t.used(spoken(used))}>
          {duration(used)}
        </p>
      </div>
      <div
        class={over ? "left over-time" : "left"}
        role="progressbar"
        aria-label={t.timeUsed}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={over ? t.overSpoken(spoken(-left)) : t.leftSpoken(spoken(left))}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <p class="pad facts">
        <span>{t.of(duration(limit))}</span>
        {over ? <Plate look="look">{t.over(duration(-left))}</Plate> : <b>{t.left(duration(left))}</b>}
      </p>
    </>
  );
}

/** Who hears one, as far as it was observed: not while muted, and not before the sound gets through. */
function hearing(visit: Visit, mine: MyPlace): string {
  const { air: t } = words();
  if (mine.muted !== null) return t.notHeard;
  if (!visit.joined.media.published.value.has("mic")) return t.notSent;
  const occurrence = visit.occurrence.value;
  const host = occurrence === null ? null : hostRoom(occurrence);
  return host === null || occurrence === null ? t.allHear : t.hearsYou(roomCalled(occurrence, host));
}

/** One's own picture and screen. */
function Self({ visit, floor }: OnAirProps): JSX.Element {
  const { air: t } = words();
  const { camera, share } = floor;
  const seen = useComputed(() =>
    (visit.view.value?.program.sources ?? []).includes(personSource(visit.address.passId, "camera")),
  ).value;
  return (
    <section class="stack">
      {camera.track.value !== null && (
        <div class="self">
          <Tile track={camera.track.value} label={t.self} mirror />
          <p>{seen ? t.seen : t.unseen}</p>
        </div>
      )}
      <p class="quiet">
        {share.track.value !== null && `${t.sharing} `}
        {t.dontHear}
      </p>
      {camera.failure.value !== null && <TroubleNote trouble={t.cameraRefused} />}
      {share.failure.value !== null && <TroubleNote trouble={t.shareRefused} />}
    </section>
  );
}
