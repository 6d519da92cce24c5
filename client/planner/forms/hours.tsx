import type { JSX } from "preact";
import type { Band, Dated, Day, Hours, Interval } from "../../../shared/plan/model.ts";
import { common } from "../../i18n/common.ts";
import { Key } from "../../ui/key.tsx";
import { clockText, readClock } from "./clocktext.ts";
import { replaced, without } from "./lists.ts";
import { words } from "./words.ts";

/** Of whom: rooms are open or closed, people have all five bands. */
export type HoursOf = "room" | "people";

interface HoursProps {
  readonly of: HoursOf;
  readonly hours: Hours;
  /** What a new single day is at first. */
  readonly today: Day;
  readonly onChange: (hours: Hours) => void;
}

const bandsOf: Readonly<Record<HoursOf, readonly Band[]>> = {
  room: ["kind", "blocked"],
  people: ["kind", "bearable", "shoulder", "night", "blocked"],
};

/** Weekly hours and single days: rows with days, from, to, how it is and why. Later rows win, single days over the week. */
export function HoursEditor({ of, hours, today, onChange }: HoursProps): JSX.Element {
  const t = words().hours;
  const setWeek = (week: readonly Interval[]): void => onChange({ ...hours, week });
  const setDated = (dated: readonly Dated[]): void => onChange({ ...hours, dated });
  return (
    <fieldset class="hours">
      <legend>{t.legend[of]}</legend>
      <p class="quiet">{t.how[of]}</p>
      <ul class="rows">
        {hours.week.map((interval, index) => (
          <li key={index}>
            <Days
              name={t.week(index + 1)}
              days={interval.days}
              onChange={(days) => setWeek(replaced(hours.week, index, { ...interval, days }))}
            />
            <Stretch
              of={of}
              name={t.week(index + 1)}
              value={interval}
              onChange={(next) => setWeek(replaced(hours.week, index, { ...interval, ...next }))}
              onRemove={() => setWeek(without(hours.week, index))}
            />
          </li>
        ))}
      </ul>
      <p class="keys">
        <Key onPress={() => setWeek([...hours.week, { days: [1, 2, 3, 4, 5], ...fresh[of] }])}>{t.addWeek}</Key>
        <label class="rest">
          <span>{t.rest}</span>
          <select
            value={hours.rest}
            onChange={(event) => onChange({ ...hours, rest: event.currentTarget.value as Band })}
          >
            <Bands of={of} now={hours.rest} />
          </select>
        </label>
      </p>
      <p>
        <b>{t.dated}</b>
      </p>
      <p class="quiet">{t.datedHow[of]}</p>
      <ul class="rows">
        {hours.dated.map((dated, index) => (
          <li key={index}>
            <label>
              <span class="sr">
                {t.day}, {t.date(index + 1)}
              </span>
              <input
                type="date"
                required
                value={dated.date}
                onInput={(event) => {
                  const date = event.currentTarget.value;
                  if (date !== "") setDated(replaced(hours.dated, index, { ...dated, date }));
                }}
              />
            </label>
            <Stretch
              of={of}
              name={t.date(index + 1)}
              value={dated}
              onChange={(next) => setDated(replaced(hours.dated, index, { ...dated, ...next }))}
              onRemove={() => setDated(without(hours.dated, index))}
            />
          </li>
        ))}
      </ul>
      <p class="keys">
        <Key onPress={() => setDated([...hours.dated, { date: hours.dated.at(-1)?.date ?? today, ...closedDay }])}>
          {t.addDate}
        </Key>
      </p>
    </fieldset>
  );
}

type StretchFields = Pick<Interval, "from" | "to" | "band" | "why">;
const fresh: Readonly<Record<HoursOf, StretchFields>> = {
  room: { from: 480, to: 1320, band: "kind", why: "" },
  people: { from: 840, to: 1320, band: "blocked", why: "" },
};
const closedDay: StretchFields = { from: 0, to: 1440, band: "blocked", why: "" };

function Days(props: {
  readonly name: string;
  readonly days: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
}): JSX.Element {
  const { weekdays, shortWeekdays } = common().time;
  const { days, onChange } = props;
  return (
    <span class="days-of-week" role="group" aria-label={props.name}>
      {shortWeekdays.map((short, index) => {
        const day = index + 1;
        const on = days.includes(day);
        return (
          <label key={day}>
            <input
              type="checkbox"
              aria-label={weekdays[index]}
              checked={on}
              onChange={() => {
                const next = on ? days.filter((each) => each !== day) : [...days, day].sort((a, b) => a - b);
                // A row without a day would be none: it is removed by its key.
                if (next.length > 0) onChange(next);
              }}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        );
      })}
    </span>
  );
}

function Stretch(props: {
  readonly of: HoursOf;
  readonly name: string;
  readonly value: StretchFields;
  readonly onChange: (value: Partial<StretchFields>) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const t = words().hours;
  const { of, name, value, onChange, onRemove } = props;
  const times = (from: string, to: string): void => {
    const next = readClock(from, to);
    if (next !== null) onChange(next);
  };
  const [from, to] = [clockText(value.from), clockText(value.to)];
  return (
    <>
      <label>
        <span>{t.from}</span>
        <input
          type="time"
          aria-label={`${t.from}, ${name}`}
          value={from}
          onChange={(event) => times(event.currentTarget.value, to)}
        />
      </label>
      <label>
        <span>{t.to}</span>
        <input
          type="time"
          aria-label={`${t.to}, ${name}`}
          value={to}
          onChange={(event) => times(from, event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="sr">
          {t.band}, {name}
        </span>
        <select value={value.band} onChange={(event) => onChange({ band: event.currentTarget.value as Band })}>
          <Bands of={of} now={value.band} />
        </select>
      </label>
      <label class="why">
        <span class="sr">
          {t.why}, {name}
        </span>
        <input
          maxLength={80}
          placeholder={t.why}
          value={value.why}
          onInput={(event) => onChange({ why: event.currentTarget.value })}
        />
      </label>
      <Key label={`${t.remove} ${name}`} onPress={onRemove}>
        {t.remove}
      </Key>
    </>
  );
}

/** A room that a file gave finer hours keeps them: `now` is among the choices whatever it is. */
function Bands({ of, now }: { readonly of: HoursOf; readonly now: Band }): JSX.Element {
  const t = words().hours.bands[of];
  return (
    <>
      {[...new Set([...bandsOf[of], now])].map((band) => (
        <option key={band} value={band}>
          {t[band]}
        </option>
      ))}
    </>
  );
}
