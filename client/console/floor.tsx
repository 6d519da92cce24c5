import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Speaker } from "../../shared/stage/model.ts";
import { spoken } from "../ui/countdown.tsx";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { duration, second, timeOfDay } from "../ui/time.ts";
import { microphoneWords } from "./entrywords.ts";
import { useConsole, useLive } from "./live.ts";
import { roomOf } from "./names.ts";

/** How long a called person may stay silent before it is shown in amber; nobody is skipped by the machine. */
const answerWithin = 20 * second;

/** Those who are called or on air, with their time; the end of the session. */
export function Floor(): JSX.Element {
  const { stage, t } = useLive();
  const heading = useId();
  return (
    <section class="floor" aria-labelledby={heading}>
      <h2 id={heading} class="sr">
        {t.floor.title}
      </h2>
      {stage.floor.length === 0 && <p class="quiet">{t.floor.nobody}</p>}
      <ul class={stage.floor.length > 1 ? "speakers several" : "speakers"}>
        {stage.floor.map((speaker) => (
          <li key={speaker.id}>
            {speaker.onAirAt === null ? (
              <Called speaker={speaker} />
            ) : (
              <Speaking speaker={speaker} since={speaker.onAirAt} />
            )}
          </li>
        ))}
      </ul>
      <SessionEnd />
    </section>
  );
}

function Called({ speaker }: { readonly speaker: Speaker }): JSX.Element {
  const { acts, joined, time } = useConsole();
  const { stage, rights, names, t, command } = useLive();
  const name = names.hand(speaker.hand);
  const waited = Math.max(0, time.value - speaker.calledAt);
  const seconds = Math.floor(waited / second);
  const said = microphoneWords(speaker, joined.people.value, t);
  const answered = speaker.ready || speaker.hand.kind === "room";
  return (
    <div class="called">
      <p class="nm">{t.floor.called(name)}</p>
      <p class="fine">
        {waited >= answerWithin && !answered ? (
          <Plate look="look">{t.floor.noAnswer(seconds)}</Plate>
        ) : (
          <span>{answered ? t.floor.waitsForSound : t.floor.since(seconds)}</span>
        )}{" "}
        {said.join(". ")}
      </p>
      <Key
        busy={acts.isBusy(`skip ${speaker.id}`)}
        disabled={rights.desk !== null}
        {...(rights.desk === null ? {} : { why: rights.desk })}
        onPress={() => command("skip", { entryId: speaker.id, baseSeq: stage.seq }, `skip ${speaker.id}`)}
      >
        <span class="cut">{t.queue.skip(name)}</span>
      </Key>
    </div>
  );
}

/** Time used, of how much, what is left; beyond zero it is amber and counts up: nobody is cut off. */
function Speaking({ speaker, since }: { readonly speaker: Speaker; readonly since: number }): JSX.Element {
  const { time } = useConsole();
  const { names, t } = useLive();
  const used = Math.max(0, time.value - since);
  const limit = speaker.limit * second;
  const over = used - limit;
  const share = Math.min(1, used / limit);
  return (
    <div class={over > 0 ? "clock over-time" : "clock"}>
      <span class="cut">{t.floor.speaks(names.hand(speaker.hand))}</span>
      <span class="big" role="timer" aria-live="off" aria-label={spoken(used)}>
        {duration(used)}
      </span>
      <div class="left" style={{ "--share": String(share) }} />
      <p>
        <span>
          {t.floor.of} {duration(limit)}
        </span>
        {over > 0 ? (
          <Plate look="look">{t.floor.over(duration(over))}</Plate>
        ) : (
          <span>
            {duration(-over)} {t.floor.left}
          </span>
        )}
      </p>
    </div>
  );
}

function SessionEnd(): JSX.Element | null {
  const { connection, time } = useConsole();
  const { stage, occurrence, pass, t } = useLive();
  const clock = roomOf(occurrence, pass.roomId)?.clock ?? connection.welcome.value?.here;
  if (clock === undefined || stage.phase === "ended") return null;
  const left = occurrence.endsAt - time.value;
  return (
    <p class="sessionend">
      <span>{t.floor.ends(timeOfDay(occurrence.endsAt, clock))}</span>
      {left >= 0 ? (
        <span>{t.floor.endsIn(duration(left))}</span>
      ) : (
        <Plate look="look">{t.floor.endedBy(duration(-left))}</Plate>
      )}
    </p>
  );
}
