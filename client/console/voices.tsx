import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Speaker } from "../../shared/stage/model.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { heardVoices, newestVoice } from "./heard.ts";
import type { HeardVoice } from "./heard.ts";
import { Kbd } from "./kbd.tsx";
import { useConsole, useLive } from "./live.ts";
import type { Names } from "./names.ts";
import { LevelSaid, SourceLevel } from "./meters.tsx";

/** Every open microphone with its level and its mute; below, the rooms whose sound could be opened. */
export function Voices(): JSX.Element {
  const { stage, pass, t } = useLive();
  const heading = useId();
  const voices = heardVoices(stage);
  const newest = newestVoice(stage, pass.id);
  return (
    <section class="heard" aria-labelledby={heading}>
      <h2 id={heading}>{t.voices.title}</h2>
      <ul class="voices">
        {voices.map((voice) => (
          <li key={voice.source}>
            <VoiceRow voice={voice} newest={voice.source === newest} />
          </li>
        ))}
        {voices.length === 0 && <li class="quiet">{t.voices.nobody}</li>}
      </ul>
      <ClosedRooms />
    </section>
  );
}

function VoiceRow({ voice, newest }: { readonly voice: HeardVoice; readonly newest: boolean }): JSX.Element {
  const { acts } = useConsole();
  const { stage, names, rights, pass, t, command } = useLive();
  const { source, roomId, passId, entryId, muted } = voice;
  const name = roomId === null ? names.person(passId ?? pass.id) : names.room(roomId);
  const turn = stage.floor.find(({ id }) => id === entryId);
  const place = placeWords(voice, turn, names, t);
  const mine = passId === pass.id || (roomId !== null && rights.ownRoom(roomId));
  const why = mine ? null : rights.desk;
  // One's own microphone has its keys at the foot.
  const isSelf = passId === pass.id;
  return (
    <>
      <span class="who">
        <b>{name}</b>, {place}
      </span>
      <SourceLevel source={source} name={name} />
      {muted === null ? <LevelSaid source={source} /> : <Plate look="said">{t.voices.muted}</Plate>}
      <span class="acts">
        {muted === null && !isSelf && (
          <Key
            busy={acts.isBusy(`mute ${source}`)}
            disabled={why !== null}
            {...(why === null ? {} : { why })}
            onPress={() => command("mute", { source }, `mute ${source}`)}
          >
            <span class="cut">{t.voices.mute(name)}</span>
            {newest && <Kbd>M</Kbd>}
          </Key>
        )}
        {muted !== null &&
          (mine && roomId !== null ? (
            <Key onPress={() => command("unmute", { source }, `unmute ${source}`)}>{t.links.unmute(name)}</Key>
          ) : (
            <span class="fine quiet">{isSelf ? "" : t.reasons.ownersOnly}</span>
          ))}
        {entryId === null && roomId !== null && (
          <Key
            disabled={rights.room(roomId) !== null}
            {...reason(rights.room(roomId))}
            onPress={() => command("closeRoom", { roomId }, `close ${roomId}`)}
          >
            <span class="cut">{t.links.closeSound(name)}</span>
          </Key>
        )}
        {entryId !== null && (
          <Key
            disabled={rights.desk !== null}
            {...reason(rights.desk)}
            onPress={() => command("withdrawFloor", { entryId }, `withdraw ${entryId}`)}
          >
            <span class="cut">{t.voices.endTurn(turn === undefined ? name : names.hand(turn.hand))}</span>
          </Key>
        )}
      </span>
    </>
  );
}

/** Beside the name: who speaks in the room, or where a person is and why they are heard. */
function placeWords(voice: HeardVoice, turn: Speaker | undefined, names: Names, t: ConsoleWords): string {
  if (voice.passId === null) return turn?.hand.kind === "room" ? turn.hand.label : t.voices.room;
  const place = names.placeOf(voice.passId);
  if (place !== "") return place;
  return turn === undefined ? t.voices.moderates : t.voices.speaks;
}

function ClosedRooms(): JSX.Element | null {
  const { stage, names, rights, t, command } = useLive();
  const closed = stage.roomIds.filter((roomId) => stage.openRooms[roomId] === undefined);
  if (stage.phase !== "live" || closed.length === 0) return null;
  return (
    <p class="keys closed">
      <span class="fine quiet">{t.voices.closed}</span>
      {closed.map((roomId) => {
        const why = rights.ownRoom(roomId) && stage.format === "discussion" ? null : rights.desk;
        return (
          <Key
            key={roomId}
            disabled={why !== null}
            {...reason(why)}
            onPress={() => command("openRoom", { roomId }, `open ${roomId}`)}
          >
            {t.links.openSound(names.room(roomId))}
          </Key>
        );
      })}
    </p>
  );
}

const reason = (why: string | null): { readonly why?: string } => (why === null ? {} : { why });
