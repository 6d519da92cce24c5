import { useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import type { Conference } from "../../../shared/plan/model.ts";
import type { Zones } from "../../../shared/plan/zones.ts";
import { Key } from "../../ui/key.tsx";
import { Plate } from "../../ui/plate.tsx";
import type { Board } from "../contract.ts";
import { mayTake, take } from "../moving.ts";
import { sessionAddress } from "../reading/address.ts";
import { placesIn } from "../reading/linked.ts";
import { conflictCounts, occasionsOf } from "../reading/occasion.ts";
import { regionsOf } from "../reading/regions.ts";
import type { Region } from "../reading/regions.ts";
import { Legend, Swatch } from "../reading/swatch.tsx";
import { words } from "../reading/words.ts";
import { dayIn, dayWords, hoursText, timeIn } from "../times.ts";
import { partsOf, rowOf, rulerRegion, sorted } from "./rows.ts";
import type { By, Cell, Part, Row, Sorting } from "./rows.ts";

interface Props {
  readonly board: Board;
  readonly conference: Conference;
}

/** All sessions with the local time in each region, sorted by whichever column one likes. */
export function Sessions({ board, conference }: Props): JSX.Element {
  const t = words().table;
  const sorting = useSignal<Sorting>({ by: "start", down: false });
  const read = useComputed(() => {
    const of = board.conference.value ?? conference;
    const plan = board.plan.value;
    const zones = board.zones.value;
    const occasions = occasionsOf(plan, of);
    const regions = regionsOf(plan, zones, of, occasions);
    const counts = conflictCounts(board.conflicts.value);
    const rows = occasions.map((occasion) =>
      rowOf(plan, zones, regions, occasion, board.burdens.value, counts.get(occasion.occurrence.id) ?? 0),
    );
    return { regions, rows };
  });
  const { regions, rows } = read.value;
  const zones = board.zones.value;
  const { zone, city } = board.ruler.value;
  const starts = rows.flatMap(({ occasion }) => (occasion.start === null ? [] : [occasion.start]));
  const ruler = rulerRegion(regions, zones, zone, starts);
  const shown = board.shown.value;
  const found = rows.filter(({ occasion }) => shown === null || shown.has(occasion.session.id));
  const parts = partsOf(sorted(found, sorting.value), sorting.value, zones, zone);
  const header = { sorting: sorting.value, onSort: (next: Sorting) => (sorting.value = next) };
  const { rooms, groups } = placesIn(board.plan.value, conference.id);
  const of = rooms + groups;
  const width = regions.length + (ruler === null ? 1 : 0) + 7;
  return (
    <section aria-labelledby="table-sessions">
      <h2 class="sr" id="table-sessions" tabIndex={-1}>
        {t.sessions}
      </h2>
      <div class="wrap" role="region" tabIndex={0} aria-label={t.wide}>
        <table class="tt sessions">
          <caption class="sr">{t.caption}</caption>
          <thead>
            <tr>
              <Heading {...header} by="title">
                {t.columns.session}
              </Heading>
              <Heading {...header} by="state">
                {t.columns.state}
              </Heading>
              <Heading {...header} by="length" num>
                {t.columns.length}
              </Heading>
              {ruler === null && (
                <Heading {...header} by="start" num>
                  {city}
                </Heading>
              )}
              {regions.map((region) => (
                <Heading key={region.key} {...header} by={region === ruler ? "start" : { region: region.key }} num>
                  {region.city}
                </Heading>
              ))}
              <Heading {...header} by="linked" num>
                {t.columns.linked}
              </Heading>
              <Heading {...header} by="cost" num>
                {t.columns.costs}
              </Heading>
              <Heading {...header} by="conflicts">
                {t.columns.conflicts}
              </Heading>
              <th scope="col">
                <span class="sr">{t.columns.acts}</span>
              </th>
            </tr>
          </thead>
          {parts.map((part) => (
            <tbody key={part.key}>
              {(part.day !== null || part.unplaced) && (
                <tr class="group">
                  <th colSpan={width} scope="rowgroup">
                    {part.day === null ? t.unplaced : dayWords(part.day)}
                  </th>
                </tr>
              )}
              {part.rows.map((row) => (
                <SessionRow
                  key={row.occasion.occurrence.id}
                  {...{ board, row, part, regions, ruler, zones, zone, of }}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {found.length === 0 && <p class="nothing">{words().overview.nothingFound}</p>}
      <Legend>{t.legend}</Legend>
    </section>
  );
}

function Heading(props: {
  readonly by: By;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly num?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { by, sorting, onSort, num = false, children } = props;
  const isSorted = JSON.stringify(by) === JSON.stringify(sorting.by);
  return (
    <th
      scope="col"
      class={num ? "num" : undefined}
      aria-sort={isSorted ? (sorting.down ? "descending" : "ascending") : undefined}
    >
      <button type="button" onClick={() => onSort({ by, down: isSorted && !sorting.down })}>
        {children}
        {isSorted && <span aria-hidden="true"> {sorting.down ? "▼" : "▲"}</span>}
      </button>
    </th>
  );
}

interface RowProps {
  readonly board: Board;
  readonly row: Row;
  readonly part: Part;
  readonly regions: readonly Region[];
  readonly ruler: Region | null;
  readonly zones: Zones;
  /** The ruler's. */
  readonly zone: string;
  /** How many rooms and groups there are. */
  readonly of: number;
}

function SessionRow({ board, row, part, regions, ruler, zones, zone, of }: RowProps): JSX.Element {
  const t = words();
  const { session, occurrence, start, nth, of: times } = row.occasion;
  const move = (): void => {
    board.go({ view: "session", occurrenceId: occurrence.id });
    take(board, occurrence.id, "keys");
  };
  return (
    <tr class={session.state}>
      <th scope="row">
        <a href={sessionAddress(board, occurrence.id)}>{session.title}</a>
        {times > 1 && <small> {t.nthOf(nth, times)}</small>}
        {part.day === null && start !== null && <small class="fine"> {dayIn(zones, zone, start)}</small>}
      </th>
      <td>{t.states[session.state]}</td>
      <td class="num nowrap">{t.minutes(session.minutes)}</td>
      {ruler === null && (
        <td class="num">{start === null ? <None /> : <span class="time">{timeIn(zones, zone, start)}</span>}</td>
      )}
      {regions.map((region) => (
        <td key={region.key} class="num nowrap">
          <Time
            cell={row.cells.get(region.key)}
            ruler={region === ruler && start !== null ? timeIn(zones, zone, start) : null}
          />
        </td>
      ))}
      <td class="num nowrap">{t.table.linked(row.linked, of)}</td>
      <td class="num">
        <b>{start === null ? "–" : hoursText(row.cost)}</b>
      </td>
      <td>
        {row.conflicts > 0 && (
          <Plate look="look">
            {t.look}
            {row.conflicts > 1 && ` ${row.conflicts}`}
          </Plate>
        )}
      </td>
      <td class="act">
        {mayTake(board, occurrence.id) && (
          <Key look="plain" onPress={move}>
            {start === null ? t.table.place : t.table.move}
            <span class="sr"> {session.title}</span>
          </Key>
        )}
      </td>
    </tr>
  );
}

/** A region's local time with its band. The ruler's own time is there also where nobody is linked. */
function Time({ cell, ruler }: { readonly cell: Cell | undefined; readonly ruler: string | null }): JSX.Element {
  const t = words();
  if (cell === undefined)
    return ruler === null ? (
      <None />
    ) : (
      <span class="quiet">
        {ruler}
        <span class="sr"> {t.table.notLinked}</span> <i class="swatch empty" aria-hidden="true" />
      </span>
    );
  return (
    <>
      <span class={cell.band === null ? "quiet" : "time"}>{cell.time}</span>{" "}
      {cell.band === null ? <small class="fine">{t.playback}</small> : <Swatch band={cell.band} />}
    </>
  );
}

function None(): JSX.Element {
  return (
    <span class="quiet">
      –<span class="sr"> {words().table.notLinked}</span>
    </span>
  );
}
