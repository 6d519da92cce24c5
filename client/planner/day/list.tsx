import type { JSX } from "preact";
import { Plate } from "../../ui/plate.tsx";
import { writePlace } from "../place.ts";
import { worst } from "../reading/occasion.ts";
import { Swatch } from "../reading/swatch.tsx";
import { timeIn } from "../times.ts";
import { whenIn } from "./names.ts";
import type { Region, Stretch } from "./places.ts";
import { clashes } from "./segments.ts";
import type { Item } from "./segments.ts";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

/** So many regions have a column each; with more, each session names its own. */
const mostColumns = 4;

/** The day on a phone: its sessions, and what time each is where. */
export function DayList({ day }: { readonly day: DayState }): JSX.Element {
  const t = words().list;
  const { nextDay } = day.window.value;
  const regions = day.regions.value;
  const items = day.items.value.placed.filter(({ start, dim }) => start < nextDay && !dim);
  const unplaced = day.items.value.unplaced;
  if (items.length === 0 && unplaced.length === 0) return <p class="none">{t.none}</p>;
  return (
    <>
      {items.length === 0 ? (
        <p class="none">{t.none}</p>
      ) : regions.length <= mostColumns ? (
        <Columns day={day} items={items} regions={regions} />
      ) : (
        <Rows day={day} items={items} regions={regions} />
      )}
      {unplaced.length > 0 && (
        <section class="day-unplaced" aria-labelledby="unplaced">
          <h2 id="unplaced">{words().tray.title}</h2>
          <ul>
            {unplaced.map(({ occurrence, session }) => (
              <li key={occurrence.id}>
                <Title day={day} id={occurrence.id} title={session.title} />{" "}
                <span class="quiet">{words().session.minutes(session.minutes)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface Props {
  readonly day: DayState;
  readonly items: readonly Item[];
  readonly regions: readonly Region[];
}

function Columns({ day, items, regions }: Props): JSX.Element {
  const t = words().list;
  return (
    <table class="tt day-list">
      <caption class="sr">{t.caption}</caption>
      <thead>
        <tr>
          {regions.map(({ key, city }) => (
            <th key={key} scope="col">
              {city}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => [
          <tr key={item.id} class="of">
            <th scope="rowgroup" colSpan={regions.length}>
              <Heading day={day} item={item} />
            </th>
          </tr>,
          <tr key={`${item.id} times`}>
            {regions.map((region) => (
              <td key={region.key}>
                <Time day={day} item={item} region={region} />
              </td>
            ))}
          </tr>,
        ])}
      </tbody>
    </table>
  );
}

function Rows({ day, items, regions }: Props): JSX.Element {
  return (
    <ul class="day-rows" aria-label={words().list.caption}>
      {items.map((item) => (
        <li key={item.id}>
          <p>
            <Heading day={day} item={item} />
          </p>
          <ul>
            {regions
              .filter(({ places }) => places.some(({ key }) => item.places.has(key)))
              .map((region) => (
                <li key={region.key}>
                  <span class="quiet">{region.city}</span> <Time day={day} item={item} region={region} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Heading({ day, item }: { readonly day: DayState; readonly item: Item }): JSX.Element {
  const t = words();
  const { session } = item;
  const state = session.state === "firm" ? "" : `, ${t.session.states[session.state]}`;
  return (
    <>
      <Title day={day} id={item.id} title={session.title} />{" "}
      <span class="quiet">
        {t.session.minutes(session.minutes)}
        {state}
      </span>
      <Was day={day} item={item} />
      {clashes(item) && (
        <>
          {" "}
          <Plate look="look">{t.list.look}</Plate>
        </>
      )}
    </>
  );
}

/** Of a suggested plan: where the draft has it. */
function Was({ day, item }: { readonly day: DayState; readonly item: Item }): JSX.Element | null {
  const was = day.board.before?.value.get(item.id);
  if (was === undefined) return null;
  const t = words().session;
  return <span class="quiet">{was === null ? t.wasUnplaced : t.was(whenIn(day.board, item.session, was))}</span>;
}

/** Leads to the session's own page, where it can be moved. */
function Title({
  day,
  id,
  title,
}: {
  readonly day: DayState;
  readonly id: Item["id"];
  readonly title: string;
}): JSX.Element {
  const { board } = day;
  // A suggested plan is looked at only; the session's own page has the draft.
  if (board.before !== undefined) return <b>{title}</b>;
  return (
    <a
      href={writePlace({ ...board.where.value, view: "session", occurrenceId: id })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        board.go({ view: "session", occurrenceId: id });
      }}
    >
      {title}
    </a>
  );
}

/** The local time and the worst that the session is for those of the region whom it links. */
function Time({
  day,
  item,
  region,
}: {
  readonly day: DayState;
  readonly item: Item;
  readonly region: Region;
}): JSX.Element {
  const linked = region.places.filter(({ key }) => item.places.has(key));
  if (linked.length === 0)
    return (
      <span class="quiet">
        <span aria-hidden="true">–</span>
        <span class="sr">{words().list.notLinked}</span>
      </span>
    );
  const keys = new Set<string>(linked.map(({ key }) => key));
  const rows = region.rows.filter((row) => row.places.some(({ key }) => keys.has(key)));
  const bands = rows.flatMap((row) => [...during(row.bands, item), ...during(row.closed, item)]);
  return (
    <span class="nowrap">
      <b>{timeIn(day.board.zones.value, region.zone, item.start)}</b>{" "}
      <Swatch band={worst(bands.map(({ band }) => band))} />
    </span>
  );
}

const during = (stretches: readonly Stretch[], { start, end }: Item): readonly Stretch[] =>
  stretches.filter(({ from, to }) => from < end && to > start);
