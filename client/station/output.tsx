import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { DeviceMenu } from "./devicemenu.tsx";
import type { Station } from "./station.ts";
import { playTestVoice } from "./testvoice.ts";
import { words } from "./words.ts";

const canChoose = "setSinkId" in HTMLMediaElement.prototype;

/** The stop "Return": where the others come out, and a voice to hear whether they do. */
export function OutputStop({ station }: { readonly station: Station }): JSX.Element {
  const { output: t, device } = words();
  const playing = useSignal(false);
  const failed = useSignal(false);
  const { output, kind } = station.choices.value;
  const play = async (): Promise<void> => {
    playing.value = true;
    try {
      await playTestVoice(output?.id ?? "");
      failed.value = false;
    } catch {
      // The device is gone, or the browser refuses it: the words beside the key say it.
      failed.value = true;
    }
    playing.value = false;
  };
  const test = (
    <Key busy={playing.value} onPress={() => void play()}>
      {playing.value ? t.testing : t.test}
    </Key>
  );
  return (
    <>
      {canChoose ? (
        <DeviceMenu
          title={t.title}
          chosen={output}
          list={station.devices.outputs.value.filter(({ id }) => id !== "default")}
          standard={device.standard}
          onChoose={(chosen) => station.choose({ output: chosen })}
          beside={test}
        />
      ) : (
        <>
          <h2>{t.title}</h2>
          <p class="fine">{t.fixed}</p>
          {test}
        </>
      )}
      {failed.value && (
        <p class="trouble" role="alert">
          {t.testFailed}
        </p>
      )}
      {station.output.value === "lost" && (
        <p class="trouble" role="alert">
          {t.lost}
        </p>
      )}
      {!station.started.value && <p class="fine quiet">{t.question}</p>}
      {kind === "laptop" && output !== null && <p class="fine">{t.echo}</p>}
    </>
  );
}
