import type { JSX } from "preact";
import { groupsOf } from "../../../shared/plan/look.ts";
import type { Conference } from "../../../shared/plan/model.ts";
import { common } from "../../i18n/common.ts";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import { hoursText } from "../times.ts";

/** What each group pays over the whole conference, worst first; the part that no other times could save it is lined. */
export function BurdenTable(props: { readonly board: Board; readonly conference: Conference }): JSX.Element {
  const { board, conference } = props;
  const t = words().burden;
  const least = board.unavoidable.value;
  const rows = groupsOf(board.plan.value, conference.id).map((group) => ({
    group,
    all: board.burdens.value.total.get(group.id) ?? 0,
    unavoidable: least?.get(group.id) ?? 0,
  }));
  rows.sort((a, b) => b.all - a.all);
  const most = Math.max(1, ...rows.map(({ all }) => all));
  return (
    <section aria-labelledby="table-burden">
      <h2 id="table-burden" tabIndex={-1}>
        {t.title}
      </h2>
      {rows.length === 0 ? (
        <p class="nothing">{t.nobody}</p>
      ) : (
        <div class="wrap">
          <table class="tt burden" aria-labelledby="table-burden">
            <thead>
              <tr>
                <th scope="col">{t.group}</th>
                <th scope="col" class="num">
                  {t.all}
                </th>
                <th scope="col" class="num">
                  {t.unavoidable}
                </th>
                <th scope="col" class="bars">
                  <span class="sr">{t.bar}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ group, all, unavoidable }) => (
                <tr key={group.id}>
                  <th scope="row">
                    {group.name} <small class="fine">{common().people(group.people)}</small>
                  </th>
                  <td class="num">
                    <b>{hoursText(all)}</b>
                  </td>
                  <td class="num">{least === null ? <span class="quiet">…</span> : hoursText(unavoidable)}</td>
                  <td class="bars" aria-hidden="true">
                    <span class="pay" style={{ "--all": String(all / most), "--least": String(unavoidable / most) }}>
                      <i />
                      <i class="least" />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="fine quiet under">{t.legend}</p>
    </section>
  );
}
