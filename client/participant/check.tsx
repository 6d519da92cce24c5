import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import type { Trouble } from "../i18n/wording.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { levelWord } from "../ui/level.ts";
import { Level } from "../ui/meter.tsx";
import { Tile } from "../ui/tile.tsx";
import { TroubleNote } from "../ui/trouble.tsx";
import type { Floor } from "./floor.ts";
import { words } from "./words.ts";
import "./turn.css";

interface CheckProps {
  readonly floor: Floor;
  /** The page has no key of its own to try the microphone again. */
  readonly again?: boolean;
}

/** The private check: level, choice of microphone, camera. Nobody hears it. */
export function Check({ floor, again = false }: CheckProps): JSX.Element {
  const { check: t } = words();
  const { microphone } = floor;
  switch (microphone.state.value) {
    case "off":
    case "asking":
      return (
        <section class="stack" role="status">
          <h2>{t.asking}</h2>
          <p>{t.askingIs}</p>
        </section>
      );
    case "granted":
      return <Granted floor={floor} />;
    case "refused":
      return <Again floor={floor} again={again} trouble={t.refused} />;
    case "none":
      return <Again floor={floor} again={again} trouble={t.missing} />;
    case "failed":
      return <Again floor={floor} again={again} trouble={isSecureContext ? t.missing : t.impossible} />;
  }
}

function Again({ floor, again, trouble }: Required<CheckProps> & { readonly trouble: Trouble }): JSX.Element {
  return (
    <section>
      <TroubleNote trouble={trouble}>
        {again && (
          <p class="keys">
            <Key icon="microphone" onPress={() => void floor.microphone.ask()}>
              {words().check.again}
            </Key>
          </p>
        )}
      </TroubleNote>
    </section>
  );
}

function Granted({ floor }: Pick<CheckProps, "floor">): JSX.Element {
  const { check: t } = words();
  const { microphone, camera } = floor;
  const shown = camera.track.value !== null || camera.asking.value;
  return (
    <>
      <section aria-label={common().level.name}>
        <OwnLevel floor={floor} />
        <p class="quiet keep-over">{t.keepOver}</p>
      </section>
      <section>
        <Field label={t.microphone}>
          {(control) => (
            <select
              {...control}
              value={microphone.deviceId}
              onChange={(event) => void microphone.choose(event.currentTarget.value)}
            >
              {microphone.choices.value.map(({ id, label }, index) => (
                <option key={id} value={id}>
                  {label || t.unnamed(index + 1)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </section>
      <section>
        <label class="tick">
          <input type="checkbox" checked={shown} onChange={(event) => floor.show(event.currentTarget.checked)} />
          {t.camera}
        </label>
        {camera.track.value === null ? (
          <p class="quiet">{t.cameraIs}</p>
        ) : (
          <div class="self">
            <Tile track={camera.track.value} label={words().air.self} mirror />
            <p class="quiet">{t.cameraIs}</p>
          </div>
        )}
        {camera.failure.value !== null && <TroubleNote trouble={words().air.cameraRefused} />}
      </section>
    </>
  );
}

/** One's own level with its word above it. Drawn by itself: it moves twenty times a second. */
export function OwnLevel({ floor }: Pick<CheckProps, "floor">): JSX.Element {
  const level = floor.microphone.level.value;
  return (
    <>
      <h2>{words().check.levelOf[levelWord(level)]}</h2>
      <Level value={level} />
    </>
  );
}
