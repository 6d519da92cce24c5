import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import type { GroupId, RoomId } from "../../shared/ids.ts";
import { audienceOf, occurrencesOf, sessionOf } from "../../shared/plan/look.ts";
import type { Group, Link, Room } from "../../shared/plan/model.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import { at } from "../../shared/record.ts";
import { Field } from "../ui/field.tsx";
import { Plate } from "../ui/plate.tsx";
import { Timetable } from "../ui/timetable.tsx";
import { Redo, Undo } from "./undokeys.tsx";
import type { OpenBoard } from "./board.ts";
import { changed, FormFrame, typed, useForm } from "./forms/frame.tsx";
import { HoursEditor } from "./forms/hours.tsx";
import { asInput } from "./forms/input.ts";
import { partsOf } from "./forms/lists.ts";
import { NumberField } from "./forms/numberfield.tsx";
import { todayOf } from "./forms/today.ts";
import { words as formWords } from "./forms/words.ts";
import { narrow } from "./narrow.ts";
import { dayIn, offsetIn, timeIn } from "./times.ts";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
  readonly only: NonNullable<PlannerView["only"]>;
}

/** What room keepers and group contacts see: their own hours, and the sessions that touch them. */
export function KeeperPage({ board, only }: Props): JSX.Element {
  const t = words().keeper;
  const plan = board.plan.value;
  const room = only.roomId === null ? undefined : at(plan.rooms, only.roomId);
  const group = only.groupId === null ? undefined : at(plan.groups, only.groupId);
  const mine = room ?? group;
  if (mine === undefined)
    return (
      <div class="bar">
        <h1>{t.gone}</h1>
      </div>
    );
  const now = board.time.value;
  return (
    <>
      <div class="bar">
        <h1>{room === undefined ? t.groupTitle(mine.name) : t.roomTitle(mine.name)}</h1>
        <span>
          {t.now} <b class="time">{timeIn(board.zones.value, mine.zone, now)}</b>{" "}
          <span class="quiet">
            {mine.city}, {offsetIn(board.zones.value, mine.zone, now)}
          </span>
        </span>
        <div class="keys end">
          <Undo board={board} />
          {/* Nothing stands behind "More…" here. */}
          {narrow.value && <Redo board={board} />}
        </div>
      </div>
      <div class="keeper">
        <section class="stack">
          <p>{t.lead}</p>
          {room !== undefined && <RoomHours key={room.id} board={board} room={room} />}
          {group !== undefined && <GroupHours key={group.id} board={board} group={group} />}
        </section>
        <Touching board={board} id={mine.id} />
      </div>
    </>
  );
}

/** The form stays open: while nothing is typed, it shows what others change, and what is undone. */
function useFollowing<Thing>(thing: Thing, isTyped: () => boolean, reset: (to: Thing) => void): void {
  useEffect(() => {
    if (!isTyped()) reset(thing);
  }, [thing]);
}

function Saved({ shown }: { readonly shown: boolean }): JSX.Element {
  return <span role="status">{shown && words().keeper.saved}</span>;
}

function RoomHours({ board, room }: { readonly board: OpenBoard; readonly room: Room }): JSX.Element {
  const t = formWords().room;
  const before = useSignal(room);
  const hours = useSignal(room.hours);
  const equipment = useSignal(room.equipment.join("\n"));
  const form = useForm(board);
  const reset = (to: Room): void => {
    before.value = to;
    hours.value = to.hours;
    equipment.value = to.equipment.join("\n");
  };
  const typedIn = (): Partial<Room> =>
    changed({ ...before.peek() }, { hours: hours.peek(), equipment: partsOf(equipment.peek()) });
  useFollowing(room, () => Object.keys(typedIn()).length > 0, reset);
  const saved = useSignal<Room | null>(null);
  const submit = (): Promise<void> =>
    form.run(async () => {
      const set = typedIn();
      if (Object.keys(set).length > 0) await form.edit("updateRoom", asInput({ roomId: room.id, set }));
      const now = at(board.plan.peek().rooms, room.id);
      if (now !== undefined) before.value = now;
      saved.value = before.peek();
    });
  return (
    <FormFrame
      board={board}
      acting={form}
      onSubmit={() => void submit()}
      onDone={() => reset(room)}
      more={<Saved shown={saved.value === before.value && Object.keys(typedIn()).length === 0} />}
    >
      <HoursEditor
        of="room"
        hours={hours.value}
        today={todayOf(board)}
        onChange={(next) => {
          hours.value = next;
        }}
      />
      <Field label={t.equipment} hint={t.equipmentHint}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2400}
            {...typed({ value: equipment.value, onChange: (text) => (equipment.value = text) })}
          />
        )}
      </Field>
    </FormFrame>
  );
}

function GroupHours({ board, group }: { readonly board: OpenBoard; readonly group: Group }): JSX.Element {
  const t = formWords().group;
  const before = useSignal(group);
  const hours = useSignal(group.hours);
  const people = useSignal(String(group.people));
  const form = useForm(board);
  const reset = (to: Group): void => {
    before.value = to;
    hours.value = to.hours;
    people.value = String(to.people);
  };
  const typedIn = (): Partial<Group> =>
    changed({ ...before.peek() }, { hours: hours.peek(), people: Number(people.peek()) });
  useFollowing(group, () => Object.keys(typedIn()).length > 0, reset);
  const saved = useSignal<Group | null>(null);
  const submit = (): Promise<void> =>
    form.run(async () => {
      const set = typedIn();
      if (Object.keys(set).length > 0) await form.edit("updateGroup", asInput({ groupId: group.id, set }));
      const now = at(board.plan.peek().groups, group.id);
      if (now !== undefined) before.value = now;
      saved.value = before.peek();
    });
  return (
    <FormFrame
      board={board}
      acting={form}
      onSubmit={() => void submit()}
      onDone={() => reset(group)}
      more={<Saved shown={saved.value === before.value && Object.keys(typedIn()).length === 0} />}
    >
      <NumberField
        label={t.people}
        value={people.value}
        min={0}
        max={1_000_000}
        onChange={(text) => (people.value = text)}
      />
      <HoursEditor
        of="people"
        hours={hours.value}
        today={todayOf(board)}
        onChange={(next) => {
          hours.value = next;
        }}
      />
    </FormFrame>
  );
}

/** The sessions in which the own room or group is linked, in its own time. */
function Touching({ board, id }: { readonly board: OpenBoard; readonly id: RoomId | GroupId }): JSX.Element {
  const t = words().keeper;
  const plan = board.plan.value;
  const zones = board.zones.value;
  const mine = at(plan.rooms, id) ?? at(plan.groups, id);
  const conference = board.conference.value;
  const linked = (links: readonly Link[]): Link | undefined =>
    links.find((link) => link.id === id || (link.kind === "room" && audienceOf(plan, link.id)?.id === id));
  const rows = (conference === null ? [] : occurrencesOf(plan, conference.id)).flatMap((occurrence) => {
    const link = linked(occurrence.links);
    const session = sessionOf(plan, occurrence);
    return link === undefined || session === undefined ? [] : [{ occurrence, session, link }];
  });
  return (
    <section aria-labelledby="touching">
      <h2 id="touching">{t.sessions}</h2>
      {rows.length === 0 || mine === undefined ? (
        <p class="nothing">{t.none}</p>
      ) : (
        <Timetable
          labelledBy="touching"
          columns={[
            { key: "session", title: t.columns.session },
            { key: "when", title: t.columns.when },
            { key: "how", title: t.columns.how },
            { key: "state", title: t.columns.state },
          ]}
        >
          {rows.map(({ occurrence: { id: key, start }, session, link }) => (
            <tr key={key}>
              <th scope="row">{session.title}</th>
              <td>
                {start === null ? (
                  t.unplaced
                ) : (
                  <>
                    {dayIn(zones, mine.zone, start.instant)},{" "}
                    <span class="time">
                      {timeIn(zones, mine.zone, start.instant)}–
                      {timeIn(zones, mine.zone, start.instant + session.minutes * 60_000)}
                    </span>
                  </>
                )}
              </td>
              <td>
                {t[link.need]}, {t[link.mode]}
              </td>
              <td>
                <Plate look="said">{words().states[session.state]}</Plate>
              </td>
            </tr>
          ))}
        </Timetable>
      )}
    </section>
  );
}
