import { useLayoutEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import type { Day, Person, StartInput } from "../../../shared/plan/model.ts";
import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import { startOf } from "../../../shared/plan/times.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import type { OpenBoard } from "../board.ts";
import { PlaceField } from "./placefield.tsx";
import { Rows } from "./rows.tsx";
import { todayOf } from "./today.ts";
import { words } from "./words.ts";

/** Elsewhere for some days; city and zone are empty until a place is chosen. */
export type PlaceRow = Person["places"][number];

export const isWhole = ({ firstDay, lastDay, zone }: PlaceRow): boolean =>
  firstDay !== "" && lastDay !== "" && lastDay >= firstDay && zone !== "";

/** On the way: both ends in the wall time of the place where one then is. */
export interface TravelRow {
  readonly from: string;
  readonly fromZone: string;
  readonly fromOffset: number | null;
  readonly to: string;
  readonly toZone: string;
  readonly toOffset: number | null;
  readonly why: string;
}

export function travelInput(row: TravelRow): { from: StartInput; to: StartInput; why: string } {
  return {
    from: { wall: row.from, zone: row.fromZone, offset: row.fromOffset },
    to: { wall: row.to, zone: row.toZone, offset: row.toOffset },
    why: row.why,
  };
}

/**
 * Not if it ends before it begins. A time that its clocks skip or show twice is the server's to ask about, and so are zones
 * of which this page has no data yet: those of places that are new to the plan.
 */
export function isForward(zones: Zones, row: TravelRow): boolean {
  if (row.fromZone === row.toZone && row.to <= row.from) return false;
  const { from, to } = travelInput(row);
  const [leaves, arrives] = [startOf(zones, from), startOf(zones, to)];
  return !leaves.ok || !arrives.ok || arrives.value.instant > leaves.value.instant;
}

interface PlacesProps {
  readonly board: OpenBoard;
  readonly rows: readonly PlaceRow[];
  /** A row is not finished, and was asked for. */
  readonly wrong: boolean;
  readonly onChange: (rows: readonly PlaceRow[]) => void;
}

/** Where somebody is on some days. */
export function Places({ board, rows, wrong, onChange }: PlacesProps): JSX.Element {
  const t = words().person;
  const known = placesOf(board);
  const first = known[0];
  return (
    <Rows
      legend={t.places}
      how={t.placesHow}
      rows={rows}
      wrong={wrong ? t.daysWrong : null}
      nameOf={t.place}
      addLabel={t.addPlace}
      // There is a conference, so there is its city.
      add={first === undefined ? null : () => newPlace(first, rows.at(-1)?.lastDay ?? todayOf(board))}
      onChange={onChange}
    >
      {(row, set) => (
        <>
          <label>
            <span>{t.firstDay}</span>
            <input
              type="date"
              required
              value={row.firstDay}
              onInput={(event) => set({ firstDay: event.currentTarget.value })}
            />
          </label>
          <label>
            <span>{t.lastDay}</span>
            <input
              type="date"
              required
              min={row.firstDay}
              value={row.lastDay}
              onInput={(event) => set({ lastDay: event.currentTarget.value })}
            />
          </label>
          <Whereabouts board={board} row={row} known={known} onChange={set} />
        </>
      )}
    </Rows>
  );
}

const newPlace = ({ city, zone, roomId }: Place, day: Day): PlaceRow => ({
  firstDay: day,
  lastDay: day,
  city,
  zone,
  roomId,
});

type Place = Pick<PlaceRow, "city" | "zone" | "roomId">;

interface WhereaboutsProps {
  readonly board: OpenBoard;
  readonly row: PlaceRow;
  readonly known: readonly Place[];
  readonly onChange: (place: Place) => void;
}

/** One of the conference's places, or any other city. */
function Whereabouts({ board, row, known, onChange }: WhereaboutsProps): JSX.Element {
  const t = words().person;
  const box = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  const elsewhere = row.zone === "";
  useLayoutEffect(() => {
    // What had the focus is gone: the other one takes its place.
    if (turned.current) box.current?.querySelector<HTMLElement>("select, input")?.focus();
    turned.current = false;
  }, [elsewhere]);
  const choose = (place: Place): void => {
    turned.current = (place.zone === "") !== elsewhere;
    onChange(place);
  };
  return (
    <div class="why" ref={box}>
      {elsewhere ? (
        <PlaceField
          board={board}
          label={t.where}
          plain
          place={null}
          missing={false}
          onChoose={(place) => {
            if (place !== null) choose({ ...place, roomId: null });
          }}
        />
      ) : (
        <label>
          <span>{t.where}</span>
          <select
            value={nameOf(row)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const place = known.find((each) => nameOf(each) === value);
              choose(value === "" || place === undefined ? nowhere : place);
            }}
          >
            {[...known.filter((each) => nameOf(each) !== nameOf(row)), row].map((each) => (
              <option key={nameOf(each)} value={nameOf(each)}>
                {each.city}
              </option>
            ))}
            <option value="">{t.otherCity}</option>
          </select>
        </label>
      )}
    </div>
  );
}

const nowhere: Place = { city: "", zone: "", roomId: null };

const nameOf = ({ city, zone }: { readonly city: string; readonly zone: string }): string => `${zone} ${city}`;

/** The conference's places, each city once. */
function placesOf(board: OpenBoard): readonly Place[] {
  const conference = board.conference.value;
  if (conference === null) return [];
  const plan = board.plan.value;
  const found = new Map<string, Place>();
  for (const { id, city, zone } of roomsOf(plan, conference.id))
    if (!found.has(nameOf({ city, zone }))) found.set(nameOf({ city, zone }), { city, zone, roomId: id });
  for (const { city, zone } of [conference, ...groupsOf(plan, conference.id)])
    if (!found.has(nameOf({ city, zone }))) found.set(nameOf({ city, zone }), { city, zone, roomId: null });
  return [...found.values()];
}

interface TravelsProps {
  readonly board: OpenBoard;
  /** Where this person is at home and elsewhere: the first one's time is that of a new journey. */
  readonly own: readonly { readonly city: string; readonly zone: string }[];
  readonly rows: readonly TravelRow[];
  /** One ends before it begins, and was asked for. */
  readonly wrong: boolean;
  readonly onChange: (rows: readonly TravelRow[]) => void;
}

/** When somebody is on the way and can be in no session. */
export function Travels({ board, own, rows, wrong, onChange }: TravelsProps): JSX.Element {
  const t = words().person;
  const home = own[0]?.zone ?? board.ruler.value.zone;
  // One city a zone: this person's own before the conference's.
  const cities = new Map([...placesOf(board), ...own.toReversed()].map(({ city, zone }) => [zone, city]));
  const zones = [...new Set([home, ...cities.keys()])];
  const zoneChoice = (label: string, value: string, choose: (zone: string) => void): JSX.Element => (
    <label>
      <span class="sr">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {[...new Set([...zones, value])].map((zone) => (
          <option key={zone} value={zone}>
            {cities.get(zone) ?? zone}
          </option>
        ))}
      </select>
    </label>
  );
  const add = (): TravelRow => {
    const day = todayOf(board);
    const row = { fromZone: home, fromOffset: null, toZone: home, toOffset: null, why: "" };
    return { ...row, from: `${day}T08:00`, to: `${day}T18:00` };
  };
  return (
    <Rows
      legend={t.travel}
      how={t.travelHow}
      rows={rows}
      wrong={wrong ? t.journeyWrong : null}
      nameOf={t.journey}
      addLabel={t.addTravel}
      add={add}
      onChange={onChange}
    >
      {(row, set) => (
        <>
          <label>
            <span>{t.leaves}</span>
            <input
              type="datetime-local"
              required
              value={row.from}
              onInput={(event) => set({ from: event.currentTarget.value.slice(0, 16), fromOffset: null })}
            />
          </label>
          {zoneChoice(`${t.leaves}, ${t.timeOf}`, row.fromZone, (fromZone) => set({ fromZone, fromOffset: null }))}
          <label>
            <span>{t.arrives}</span>
            <input
              type="datetime-local"
              required
              value={row.to}
              onInput={(event) => set({ to: event.currentTarget.value.slice(0, 16), toOffset: null })}
            />
          </label>
          {zoneChoice(`${t.arrives}, ${t.timeOf}`, row.toZone, (toZone) => set({ toZone, toOffset: null }))}
          <label class="why">
            <span class="sr">{t.why}</span>
            <input
              maxLength={80}
              placeholder={t.why}
              value={row.why}
              onInput={(event) => set({ why: event.currentTarget.value })}
            />
          </label>
        </>
      )}
    </Rows>
  );
}
