import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { DeviceChoice } from "../media/capture.ts";
import { Allow } from "./allow.tsx";
import { Key } from "../ui/key.tsx";
import type { Choices } from "./choices.ts";
import type { Input } from "./input.ts";
import { DeviceMenu } from "./devicemenu.tsx";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

interface StopProps {
  readonly station: Station;
}

/** The stop "Camera": one, its name, and maybe a second. */
export function CameraStop({ station }: StopProps): JSX.Element {
  const t = words();
  const { devices } = station;
  const { cameras } = devices.lists.value;
  const { camera, cameraName, hasSecond, second, secondName } = station.choices.value;
  if (devices.permission.value !== "allowed") {
    return (
      <>
        <h2>{t.camera.title}</h2>
        <Allow station={station} />
      </>
    );
  }
  const add = (
    <Key
      disabled={!devices.canAdd.value}
      {...(devices.canAdd.value ? {} : { why: t.camera.noSecond })}
      onPress={() => station.choose({ hasSecond: true })}
    >
      {t.camera.addSecond}
    </Key>
  );
  const remove = (
    <Key
      label={`${t.camera.removeSecond}: ${t.camera.second}`}
      onPress={() => station.choose({ hasSecond: false, second: null })}
    >
      {t.camera.removeSecond}
    </Key>
  );
  return (
    <>
      <DeviceMenu
        title={t.camera.title}
        chosen={camera}
        list={cameras}
        onChoose={(device) => station.choose({ camera: device })}
        beside={hasSecond ? undefined : add}
      />
      <NameField label={t.camera.name} value={cameraName} onName={(cameraName) => station.choose({ cameraName })} />
      <InputNote
        input={devices.camera}
        chosen={camera}
        taken={hasSecond ? second : null}
        onUse={(device) => station.choose({ camera: device })}
      />
      {hasSecond && (
        <>
          <DeviceMenu
            title={t.camera.second}
            chosen={second}
            list={cameras}
            onChoose={(device) => station.choose({ second: device })}
            beside={remove}
          />
          <NameField
            label={t.camera.secondName}
            value={secondName}
            onName={(secondName) => station.choose({ secondName })}
          />
          <InputNote
            input={devices.second}
            chosen={second}
            taken={camera}
            onUse={(device) => station.choose({ second: device })}
          />
        </>
      )}
    </>
  );
}

/** The stop "Sound input": which, and whether a mixer stands before it. */
export function SoundStop({ station }: StopProps): JSX.Element {
  const t = words();
  const name = useId();
  const { devices } = station;
  const { sound, kind, stereo } = station.choices.value;
  const pick = (value: Choices["kind"], title: string, said: string): JSX.Element => (
    <label>
      <input type="radio" name={name} checked={kind === value} onChange={() => station.choose({ kind: value })} />
      <span>
        <b>{title}</b>
        {said}
      </span>
    </label>
  );
  return (
    <>
      {devices.permission.value === "allowed" ? (
        <DeviceMenu
          title={t.input.title}
          chosen={sound}
          list={devices.lists.value.microphones}
          onChoose={(device) => station.choose({ sound: device })}
        />
      ) : (
        <h2>{t.input.title}</h2>
      )}
      <InputNote input={devices.sound} chosen={sound} onUse={(device) => station.choose({ sound: device })} />
      <div class="pick" role="radiogroup" aria-label={t.input.kind}>
        {pick("desk", t.input.desk, t.input.deskSaid)}
        {pick("laptop", t.input.laptop, t.input.laptopSaid)}
      </div>
      {kind === "desk" && (
        <label class="tick">
          <input
            type="checkbox"
            checked={stereo}
            onChange={(event) => station.choose({ stereo: event.currentTarget.checked })}
          />
          {t.input.stereo}
        </label>
      )}
    </>
  );
}

function NameField({
  label,
  value,
  onName,
}: {
  readonly label: string;
  readonly value: string;
  readonly onName: (name: string) => void;
}): JSX.Element {
  const { camera } = words();
  return (
    <input
      class="device-name"
      type="text"
      aria-label={label}
      maxLength={40}
      value={value}
      placeholder={camera.namePlaceholder}
      onInput={(event) => onName(event.currentTarget.value)}
    />
  );
}

/** What is wrong with a device, and the next one to say yes to. */
function InputNote({
  input,
  chosen,
  taken = null,
  onUse,
}: {
  readonly input: Input;
  readonly chosen: DeviceChoice | null;
  /** In use as the room's other camera: not offered again. */
  readonly taken?: DeviceChoice | null;
  readonly onUse: (device: DeviceChoice) => void;
}): JSX.Element | null {
  const { device } = words();
  const state = input.state.value;
  const offered = input.offered.value;
  if (state === "off" || state === "on") return null;
  if (state === "opening") return <p class="fine quiet">{device.opening}</p>;
  const label = chosen?.label ?? "";
  const said = {
    lost: device.lost(label),
    none: device.notThere(label),
    refused: device.refused,
    failed: device.failed,
  };
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{said[state]}</b> {(state === "lost" || state === "none") && device.comesBack}
      </p>
      <p class="keys">
        {offered !== null && offered.id !== taken?.id && (
          <Key onPress={() => onUse(offered)}>{device.use(offered.label)}</Key>
        )}
        <Key onPress={() => input.again()}>{device.again}</Key>
      </p>
    </div>
  );
}
