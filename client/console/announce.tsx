import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { RoomId } from "../../shared/ids.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { useConsole, useLive } from "./live.ts";
import type { Live } from "./live.ts";
import { roomLine } from "./linestate.ts";

/** Says politely what happened on the stage, for those who do not see it happen. */
export function Announcements(): JSX.Element {
  const { joined } = useConsole();
  const live = useLive();
  const said = useSignal<readonly string[]>([]);
  const before = useRef<Stage | null>(null);
  const linesBefore = useRef<ReadonlyMap<RoomId, boolean>>(new Map());
  const { stage, names, t } = live;
  const people = joined.people.value;
  const lines = joined.lines.value;
  useEffect(() => {
    const known = before.current;
    before.current = stage;
    // Another session, or the first sight of this one: nothing has happened yet.
    if (known === null || known.occurrenceId !== stage.occurrenceId) return;
    const news = newsOf(known, live);
    if (news.length > 0) said.value = news;
  }, [stage]);
  useEffect(() => {
    const now = new Map(stage.roomIds.map((roomId) => [roomId, roomLine(people, lines, roomId).state === "lost"]));
    const known = linesBefore.current;
    linesBefore.current = now;
    const news = [...now].flatMap(([roomId, isLost]) => {
      const wasLost = known.get(roomId);
      if (wasLost === undefined || wasLost === isLost) return [];
      return [isLost ? t.heard.line(names.room(roomId)) : t.heard.back(names.room(roomId))];
    });
    if (news.length > 0) said.value = news;
  }, [people, lines]);
  return (
    <div class="sr" role="log" aria-live="polite" aria-atomic="true">
      {said.value.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** What is new on the stage since it was looked at last. */
function newsOf(before: Stage, { stage, names, t }: Live): readonly string[] {
  const waited = new Set([...before.queue, ...before.floor].map(({ id }) => id));
  const onFloor = new Map(before.floor.map((speaker) => [speaker.id, speaker.onAirAt !== null]));
  return [
    ...stage.queue.filter(({ id }) => !waited.has(id)).map(({ hand }) => t.heard.hand(names.hand(hand))),
    ...stage.floor.flatMap(({ id, hand, onAirAt }) => {
      const wasOnAir = onFloor.get(id);
      if (onAirAt !== null && wasOnAir !== true) return [t.heard.air(names.hand(hand))];
      return wasOnAir === undefined ? [t.heard.called(names.hand(hand))] : [];
    }),
    ...(before.desk === stage.desk
      ? []
      : [stage.desk === null ? t.heard.deskFree : t.heard.desk(names.person(stage.desk))]),
    ...(before.phase === stage.phase || stage.phase === "waiting"
      ? []
      : [stage.phase === "live" ? t.heard.live : t.heard.ended]),
  ];
}
