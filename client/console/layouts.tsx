import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Layout } from "../../shared/stage/model.ts";
import { Key } from "../ui/key.tsx";
import { Kbd } from "./kbd.tsx";
import { useConsole, useLive } from "./live.ts";
import { whyNotTake } from "./take.ts";

const drawn: Readonly<Record<Layout, string>> = {
  one: "M1 1h26v16H1z",
  two: "M1 1h26v16H1zM14 1v16",
  strip: "M1 1h26v16H1zM19 1v16M19 9h8",
  four: "M1 1h26v16H1zM14 1v16M1 9h26",
  holding: "M1 1h26v16H1zM6 6h9M6 9h16M6 12h16",
};

/** How the preview is laid out. */
export function LayoutKeys(): JSX.Element {
  const { preview } = useConsole();
  const { t } = useLive();
  const group = useId();
  const chosen = preview.scene.value.layout;
  return (
    <fieldset class="layouts">
      <legend class="sr">{t.monitors.layout}</legend>
      {(Object.keys(drawn) as Layout[]).map((layout) => (
        <label key={layout} title={t.monitors.layouts[layout]} class={layout === chosen ? "chosen" : undefined}>
          <input
            type="radio"
            name={group}
            checked={layout === chosen}
            aria-label={t.monitors.layouts[layout]}
            onChange={() => preview.layOut(layout)}
          />
          <svg viewBox="0 0 28 18" aria-hidden="true">
            <path d={drawn[layout]} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}

/** Preview to program; why not, in words on it. */
export function TakeKey(): JSX.Element {
  const { preview, acts } = useConsole();
  const { stage, rights, names, t } = useLive();
  const why = whyNotTake(stage, rights, preview.scene.value, t);
  return (
    <>
      <Key
        look="main"
        class="take"
        busy={acts.isBusy("take")}
        disabled={why !== null}
        {...(why === null ? {} : { why })}
        onPress={() => acts.run("take", () => preview.take())}
      >
        <span>{t.monitors.take}</span>{" "}
        {why === null ? <Kbd>{t.keys.enter}</Kbd> : <small aria-hidden="true">{why}</small>}
      </Key>
      {why === null && preview.conflict.value && (
        <p class="trouble fine" role="alert">
          {t.monitors.conflict(names.scene(stage.program))}
        </p>
      )}
    </>
  );
}
