import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { DeviceChoice } from "../media/capture.ts";
import { findDevice } from "./choices.ts";
import { words } from "./words.ts";

interface DeviceMenuProps {
  readonly title: string;
  readonly chosen: DeviceChoice | null;
  readonly list: readonly DeviceChoice[];
  /** A first entry that stands for no choice, called `standard`. */
  readonly standard?: string;
  readonly onChoose: (device: DeviceChoice | null) => void;
  /** A key to its right. */
  readonly beside?: ComponentChildren;
}

/** A heading that is the label of a menu of devices, by the names that the computer gives them. */
export function DeviceMenu({ title, chosen, list, standard, onChoose, beside }: DeviceMenuProps): JSX.Element {
  const { device } = words();
  const id = useId();
  const found = chosen === null ? null : findDevice(chosen, list);
  const missing = chosen !== null && found === null;
  return (
    <>
      <h2>
        <label for={id}>{title}</label>
      </h2>
      <div class={beside === undefined ? undefined : "row"}>
        <select
          id={id}
          value={missing ? chosen.id : (found?.id ?? "")}
          onChange={(event) => onChoose(list.find((one) => one.id === event.currentTarget.value) ?? null)}
        >
          {standard !== undefined && <option value="">{standard}</option>}
          {missing && <option value={chosen.id}>{device.gone(chosen.label)}</option>}
          {list.map((one, at) => (
            <option key={one.id} value={one.id}>
              {one.label || device.unnamed(at + 1)}
            </option>
          ))}
        </select>
        {beside}
      </div>
    </>
  );
}
