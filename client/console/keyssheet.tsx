import type { JSX } from "preact";
import { Sheet } from "../ui/dialog.tsx";
import { Identity } from "./desk.tsx";
import { useKeys, usesKeys } from "./settings.ts";
import { words } from "./words.ts";

/** The sheet of single keys, and the switch for all of them. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const t = words();
  const { rows } = t.keys;
  const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
    [["1", t.keys.to, "9"], rows.sources],
    [[t.keys.enter], rows.take],
    [["N"], rows.next],
    [["M"], rows.mute],
    [["Alt", "↑", "↓"], rows.move],
    [["?"], rows.sheet],
  ];
  return (
    <Sheet title={t.keys.title} onClose={onClose} class="keysheet">
      <dl>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) =>
                name === t.keys.to ? <span key={name}> {name} </span> : <kbd key={name}>{name}</kbd>,
              )}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input type="checkbox" checked={usesKeys.value} onChange={(event) => useKeys(event.currentTarget.checked)} />
        {t.keys.on}
      </label>
      <p class="fine quiet">{t.keys.onIs}</p>
      <Identity />
    </Sheet>
  );
}
