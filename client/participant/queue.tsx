import type { JSX } from "preact";
import { Route } from "../ui/route.tsx";
import type { Stop } from "../ui/route.tsx";
import { isFailed } from "./failed.ts";
import { lazy } from "./lazy.tsx";
import { roomCalled, roomOf } from "./places.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

const Check = lazy(async () => (await import("./check.tsx")).Check);

/** The queue as a line that ends in "You". Others' hands are not shown: only how many there are. */
export function QueueLine({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const { queue: t } = words();
  const view = visit.view.value;
  const occurrence = visit.occurrence.value;
  if (view === null || occurrence === null || view.phase === "ended") return null;
  const { mine } = view;
  if (mine.state !== "waiting" && mine.state !== "next") return null;
  const next = mine.state === "next";
  const floor = visit.floor.value;
  const works = floor === null || !isFailed(floor.microphone.state.value);
  const open = view.openRooms.flatMap((roomId) => roomOf(occurrence, roomId) ?? []);
  const names =
    view.speaking.length > 0 ? view.speaking.map(({ name }) => name) : open.map((room) => roomCalled(occurrence, room));
  const stops: Stop[] = [];
  if (names.length > 0) stops.push({ key: "speaks", state: "done", content: t.speaks(names.join(", ")) });
  if (mine.before > 0) stops.push({ key: "before", state: "ahead", content: t.before(mine.before) });
  stops.push({
    key: "you",
    state: "here",
    content: (
      <>
        <b>{t.you}</b> {t.asked}
      </>
    ),
  });
  return (
    <>
      <section class="queue" aria-labelledby="queue">
        <h2 id="queue">{t.heading(mine.before)}</h2>
        {mine.skipped && <p>{t.skipped}</p>}
        {next && mine.ready && <p>{t.ready}</p>}
        {next && !mine.ready && !mine.skipped && works && <p>{t.tried}</p>}
        {!next && <Route stops={stops} label={t.label} />}
      </section>
      {next && floor !== null && <Check floor={floor} />}
    </>
  );
}
