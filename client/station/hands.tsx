import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { EntryId } from "../../shared/ids.ts";
import type { RoomInfo } from "../../shared/protocol/views.ts";
import type { Stage } from "../../shared/stage/model.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { useAct } from "./act.ts";
import { handsOf } from "./onair.ts";
import type { RoomHand } from "./onair.ts";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

interface HandsProps {
  readonly station: Station;
  readonly stage: Stage;
  readonly room: RoomInfo;
}

/** Hands that go up in the room: the operator types them into the one queue of all. */
export function Hands({ station, stage, room }: HandsProps): JSX.Element {
  const { hands: t } = words();
  const label = useSignal("");
  const empty = useSignal(false);
  const act = useAct();
  const hands = handsOf(stage, room.id);
  const add = async (): Promise<void> => {
    const typed = label.peek().trim();
    empty.value = typed === "";
    if (typed === "") return;
    const done = await act.run(() => station.connection.command("typeHand", { roomId: room.id, label: typed }));
    // What was typed meanwhile stays.
    if (done && label.peek().trim() === typed) label.value = "";
  };
  const lower = (entryId: EntryId): void => void act.run(() => station.connection.command("lowerHand", { entryId }));
  return (
    <section class="hands" aria-labelledby="hands">
      <h2 id="hands">{t.title(room.name)}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field label={t.label} wrong={empty.value ? t.empty : undefined}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={40}
              autocomplete="off"
              placeholder={t.placeholder}
              value={label.value}
              onInput={(event) => {
                label.value = event.currentTarget.value;
                empty.value = false;
              }}
            />
          )}
        </Field>
        <Key type="submit" icon="hand" busy={act.busy.value}>
          {t.add}
        </Key>
      </form>
      {act.error.value !== null && <ErrorNote error={act.error.value} />}
      {hands.length === 0 ? (
        <p class="fine quiet">{t.none}</p>
      ) : (
        <ul class="lines">
          {hands.map((hand) => (
            <li key={hand.entry.id}>
              <b>{hand.label}</b>
              <Where hand={hand} />
              {hand.before !== null && (
                <Key look="plain" label={t.lower(hand.label)} onPress={() => lower(hand.entry.id)}>
                  {t.lowerShort}
                </Key>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Where({ hand }: { readonly hand: RoomHand }): JSX.Element {
  const { hands: t } = words();
  if (hand.state === "air") return <Plate look="air">{t.onAir}</Plate>;
  if (hand.state === "muted") return <Plate look="look">{t.muted}</Plate>;
  if (hand.state === "called") return <Plate look="next">{t.called}</Plate>;
  if (hand.entry.skipped) return <span>{t.skipped}</span>;
  return hand.before === 0 ? <Plate look="said">{t.isNext}</Plate> : <span>{t.before(hand.before ?? 0)}</span>;
}
