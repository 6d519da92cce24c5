import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { ledgerOf } from "../../../shared/plan/suggest/ledger.ts";
import type { Ledger } from "../../../shared/plan/suggest/ledger.ts";
import { at } from "../../../shared/record.ts";
import type { Board } from "../contract.ts";
import { hoursText } from "../times.ts";
import { words } from "./words.ts";

/** Of the conferences that ended before the one that is shown begins only those in which any of its groups took part. */
function useLedger(board: Board): Ledger | null {
  const plan = board.plan.value;
  const zones = board.zones.value;
  const id = board.conference.value?.id;
  return useMemo(() => {
    if (id === undefined) return null;
    const { conferences, rows } = ledgerOf(plan, zones, id);
    const counts = conferences.map((conference, i) => conference.id === id || rows.some(({ by }) => by[i] !== null));
    return {
      conferences: conferences.filter((_, i) => counts[i]),
      rows: rows.map((row) => ({ ...row, by: row.by.filter((_, i) => counts[i]) })),
    };
  }, [plan, zones, id]);
}

/** Is there an earlier conference that has cost one of the groups anything, or could have? */
export function useHasEarlier(board: Board): boolean {
  return (useLedger(board)?.conferences.length ?? 0) > 1;
}

/** What each group has paid at this conference and at earlier ones. Nothing where there are none. */
export function LedgerTable({
  board,
  titled = false,
}: {
  readonly board: Board;
  readonly titled?: boolean;
}): JSX.Element | null {
  const t = words().ledger;
  const ledger = useLedger(board);
  const own = board.conference.value?.id;
  if (ledger === null || ledger.conferences.length < 2) return null;
  return (
    <section class="ledger" {...(titled ? { "aria-labelledby": "ledger" } : { "aria-label": t.title })}>
      {titled && (
        <h2 id="ledger" tabIndex={-1}>
          {t.title}
        </h2>
      )}
      {/* Scrolls within itself: by keys too. */}
      <div class="wrap" tabIndex={0} role="region" aria-label={t.caption}>
        <table class="tt">
          <caption class="sr">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.group}</th>
              {ledger.conferences.map(({ id, name }) => (
                <th key={id} scope="col" class="num">
                  {id === own ? t.now(name) : name}
                </th>
              ))}
              <th scope="col" class="num">
                {t.carried}
              </th>
              <th scope="col" class="num">
                {t.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.rows.map(({ groupId, by, carried, total }) => (
              <tr key={groupId}>
                <th scope="row">{at(board.plan.value.groups, groupId)?.name ?? groupId}</th>
                {by.map((burden, i) => (
                  <td key={i} class="num">
                    {burden === null ? (
                      <>
                        <span aria-hidden="true">–</span>
                        <span class="sr">{t.none}</span>
                      </>
                    ) : (
                      hoursText(burden)
                    )}
                  </td>
                ))}
                <td class="num">{hoursText(carried)}</td>
                <td class="num">
                  <b>{hoursText(total)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="fine quiet">{t.note}</p>
    </section>
  );
}
