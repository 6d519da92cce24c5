import type { JSX } from "preact";
import { attendance } from "../../../shared/plan/look.ts";
import { at } from "../../../shared/record.ts";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import { hoursText } from "../times.ts";
import type { Shown } from "./shown.ts";

/** What each group that attends pays for this session and for all so far, and how much of that nobody could save it. */
export function Paying({ board, shown }: { readonly board: Board; readonly shown: Shown }): JSX.Element | null {
  const t = words();
  const plan = board.plan.value;
  const least = board.unavoidable.value;
  const rows = attendance(plan, shown.occasion.occurrence).flatMap(({ groupId }) => {
    const group = at(plan.groups, groupId);
    if (group === undefined) return [];
    const here = shown.costs.get(groupId) ?? 0;
    // What it pays in all, if the session stood where it is shown.
    const all = (board.burdens.value.total.get(groupId) ?? 0) - (shown.costsBefore.get(groupId) ?? 0) + here;
    return [{ group, here, all, unavoidable: least?.get(groupId) ?? 0 }];
  });
  if (rows.length === 0) return null;
  rows.sort((a, b) => b.here - a.here || b.all - a.all);
  return (
    <section aria-labelledby="paying" class="paying">
      <h2 id="paying">{t.session.burden}</h2>
      <table class="tt" aria-labelledby="paying">
        <thead>
          <tr>
            <th scope="col">{t.burden.group}</th>
            <th scope="col" class="num">
              {t.session.thisSession}
            </th>
            <th scope="col" class="num">
              {t.burden.all}
            </th>
            <th scope="col" class="num">
              {t.burden.unavoidable}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, here, all, unavoidable }) => (
            <tr key={group.id}>
              <th scope="row">{group.name}</th>
              <td class="num">{hoursText(here)}</td>
              <td class="num">
                <b>{hoursText(all)}</b>
              </td>
              <td class="num">{least === null ? <span class="quiet">…</span> : hoursText(unavoidable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
