import type { JSX } from "preact";
import { common } from "../../i18n/common.ts";
import { Key } from "../../ui/key.tsx";
import { words } from "./words.ts";

/** The keys of the planner, in a list. */
export function KeysSheet({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const t = words().keys;
  return (
    <>
      <dl class="keys-sheet">
        {t.list.map(({ keys, does }) => (
          <div key={keys.join(" ")}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="keys">
        <Key look="main" autofocus onPress={onDone}>
          {common().close}
        </Key>
      </p>
    </>
  );
}
