import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { focusHandle, restOfName } from "./names.ts";
import type { DayState } from "./state.ts";
import { words } from "./words.ts";

/** So many stand in the tray before one asks for more. */
const few = 8;

/** Sessions that have no time yet, to be taken from here to the strips. */
export function Tray({ day }: { readonly day: DayState }): JSX.Element | null {
  const { board } = day;
  const all = useSignal(false);
  const unplaced = day.items.value.unplaced;
  if (unplaced.length === 0) return null;
  const t = words();
  const shown = all.value ? unplaced : unplaced.slice(0, few);
  const inHand = day.inHand.value;
  const chosen = board.where.value.occurrenceId;
  const tabbable = shown.find(({ occurrence }) => occurrence.id === chosen) ?? shown[0];
  return (
    <section class="day-tray" aria-labelledby="tray">
      <h2 id="tray" class="over">
        {t.tray.title}
      </h2>
      <ul data-trays>
        {shown.map((occasion) => {
          const { occurrence, session } = occasion;
          return (
            <li key={occurrence.id}>
              <button
                type="button"
                class={`key waiting ${session.state}`}
                data-tray
                data-occurrence={occurrence.id}
                {...(inHand === occurrence.id ? {} : { "data-handle": occurrence.id })}
                aria-pressed={inHand === occurrence.id}
                tabIndex={occasion === tabbable ? 0 : -1}
                onClick={() => {
                  board.go({ occurrenceId: occurrence.id });
                  focusHandle(occurrence.id);
                }}
              >
                <span class="clip" aria-hidden="true">
                  {session.title}
                </span>{" "}
                <small aria-hidden="true">{t.session.minutes(session.minutes)}</small>
                <span class="sr">
                  {session.title}

                  {restOfName(board, occasion, inHand === occurrence.id ? [t.session.moving] : [])}
                </span>
              </button>
            </li>
          );
        })}
        {shown.length < unplaced.length && (
          <li>
            <button
              type="button"
              class="key plain"
              onClick={() => {
                all.value = true;
              }}
            >
              {t.tray.more(unplaced.length - shown.length)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
