import type { JSX } from "preact";
import type { PassId } from "../../shared/ids.ts";
import { common } from "../i18n/common.ts";
import { pathTo } from "../session/pass.ts";

/** The ways between an organiser's two pages, in the masthead. */
export function Ways({
  passId,
  here,
}: {
  readonly passId: PassId;
  readonly here: "organiser" | "planner";
}): JSX.Element {
  const t = common().ways;
  return (
    <nav aria-label={t.label}>
      <ul>
        {(
          [
            ["organiser", t.conference],
            ["planner", t.plan],
          ] as const
        ).map(([page, name]) => (
          <li key={page}>
            <a href={pathTo(page, passId)} aria-current={page === here ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
