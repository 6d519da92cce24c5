import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { PassId } from "../../shared/ids.ts";
import { speakerOf } from "../../shared/stage/places.ts";
import { Dot } from "../ui/icon.tsx";
import { Plate } from "../ui/plate.tsx";
import { isLossy, needsLook, personLine } from "./linestate.ts";
import { lineWords } from "./linewords.ts";
import { useConsole, useLive } from "./live.ts";

/** Those who speak from elsewhere, with their lines; and how many listen. */
export function Remote(): JSX.Element {
  const { joined } = useConsole();
  const { stage, t } = useLive();
  const heading = useId();
  const called = stage.floor.flatMap(({ hand }) => (hand.kind === "person" ? [hand.passId] : []));
  const speaking = [...new Set([...called, ...stage.openMics])];
  const listeners = joined.people.value.filter(({ page }) => page === "participant");
  const here = new Set(listeners.filter(({ state }) => state === "here").map(({ passId }) => passId));
  const away = new Set(listeners.filter(({ passId }) => !here.has(passId)).map(({ passId }) => passId));
  const counts = t.remote.counts(here.size, away.size);
  return (
    <section class="remote" aria-labelledby={heading}>
      <h2 id={heading} class="over">
        {t.remote.title}
      </h2>
      <ul class="links">
        {speaking.map((passId) => (
          <li key={passId}>
            <RemotePerson passId={passId} />
          </li>
        ))}
        <li>
          <b>{counts.listening}</b>
          {counts.rest}
        </li>
      </ul>
    </section>
  );
}

function RemotePerson({ passId }: { readonly passId: PassId }): JSX.Element {
  const { joined } = useConsole();
  const { stage, names, t } = useLive();
  const line = personLine(joined.lines.value, passId);
  const speaker = speakerOf(stage, passId);
  const isOnAir = stage.openMics.includes(passId) || (speaker !== undefined && speaker.onAirAt !== null);
  const state = line === null ? "lost" : needsLook(line) ? "look" : "good";
  const said = line === null ? null : lineWords(line, t);
  const place = names.placeOf(passId);
  return (
    <>
      <p class="nm">
        <Dot state={state} />
        <span class="cut">{names.person(passId)}</span>
        <span class="end">
          {isOnAir && <Plate look="air">{t.onAir}</Plate>}
          {!isOnAir && <Plate look="next">{t.remote.called}</Plate>}
        </span>
      </p>
      <div class="facts-of">
        {said === null || line === null ? (
          <p>{t.links.noLine}</p>
        ) : (
          <p>
            {said.rtt}, {isLossy(line) ? <b>{said.lost}</b> : said.lost}
          </p>
        )}
        {place !== "" && <p class="quiet">{place}</p>}
      </div>
    </>
  );
}
