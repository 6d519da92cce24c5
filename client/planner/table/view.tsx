import type { JSX } from "preact";
import { Key } from "../../ui/key.tsx";
import { ConflictPanel } from "../conflicts/panel.tsx";
import type { Board } from "../contract.ts";
import { words } from "../reading/words.ts";
import { LedgerTable } from "../suggest/ledger.tsx";
import { BurdenTable } from "./burden.tsx";
import { Sessions } from "./sessions.tsx";
import { Things } from "./things.tsx";
import "./table.css";

/** The whole plan in lists: what the strips show, for screen readers and for those who think in lists. */
export function TableView({ board }: { readonly board: Board }): JSX.Element | null {
  const t = words();
  const conference = board.conference.value;
  if (conference === null) return null;
  const parts = [
    ["conflicts", t.conflicts.title],
    ["table-burden", t.burden.title],
    ...(["rooms", "groups", "people", "pools"] as const).map((id) => [`table-${id}`, t.things.titles[id]] as const),
  ] as const;
  return (
    <div class="lists">
      <nav class="parts" aria-label={t.table.parts}>
        <ul>
          {parts.map(([id, name]) => (
            <li key={id}>
              {/* Not by the address: what stands behind its "#" is the page's place. */}
              <Key look="plain" onPress={() => document.getElementById(id)?.focus()}>
                {name}
              </Key>
            </li>
          ))}
        </ul>
      </nav>
      <Sessions board={board} conference={conference} />
      <ConflictPanel board={board} />
      <BurdenTable board={board} conference={conference} />
      <LedgerTable board={board} titled />
      <Things board={board} conference={conference} />
    </div>
  );
}
