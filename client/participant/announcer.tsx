import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { MyPlace } from "../../shared/stage/views.ts";
import { minute, second } from "../ui/time.ts";
import type { Visit } from "./visit.ts";
import type { ParticipantWords } from "../i18n/en/participant.ts";
import { words } from "./words.ts";

/** Says politely, to those who do not see it, what has become of one's place and one's time. */
export function Announcer({ visit }: { readonly visit: Visit }): JSX.Element {
  const t = words();
  const text = useComputed(() => announced(visit, words())).value;
  const spoke = useHasSpoken(visit);
  const lost = visit.lost.value && visit.joined.listening.value;
  return (
    <>
      <p class="sr" role="status">
        {text === "" && spoke ? t.air.back : text}
      </p>
      <p class="sr" role="alert">
        {lost ? `${t.lost.plate}. ${t.lost.title}` : ""}
      </p>
    </>
  );
}

/** Has the turn just ended? Said after the page of the turn is gone. */
function useHasSpoken(visit: Visit): boolean {
  const before = useRef<MyPlace["state"]>("none");
  const spoke = useRef(false);
  const state = visit.view.value?.mine.state ?? "none";
  if (state !== before.current) spoke.current = before.current === "onAir" && state === "none";
  before.current = state;
  return spoke.current;
}

function announced(visit: Visit, t: ParticipantWords): string {
  const mine = visit.view.value?.mine;
  if (mine === undefined || !visit.joined.listening.value) return "";
  switch (mine.state) {
    case "none":
      return "";
    case "waiting":
      return mine.skipped ? t.queue.skipped : t.queue.raised(mine.before);
    case "next":
      if (mine.skipped) return t.queue.skipped;
      return mine.ready ? t.queue.ready : t.check.nextAnnounced;
    case "called":
      return mine.ready ? t.check.calledTitle : t.check.calledAnnounced;
    case "onAir":
      return `${t.air.announced} ${timeAnnounced(visit, mine.onAirAt ?? 0, mine.limit * second, t)}`.trim();
  }
}

function timeAnnounced(visit: Visit, onAirAt: number, limit: number, t: ParticipantWords): string {
  const left = limit - (visit.time.value - onAirAt);
  if (left <= 0) return t.air.upNow;
  return left <= minute && limit > minute ? t.air.minuteLeft : "";
}
