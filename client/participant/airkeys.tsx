import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { MyPlace } from "../../shared/stage/views.ts";
import { canShareScreen } from "../media/capture.ts";
import { Key } from "../ui/key.tsx";
import type { Floor } from "./floor.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface AirKeysProps {
  readonly visit: Visit;
  readonly floor: Floor;
  readonly mine: MyPlace;
}

/** What one can do while on air; "Yield" is the largest. */
export function AirKeys({ visit, floor, mine }: AirKeysProps): JSX.Element {
  const { air: t } = words();
  const yielding = useSignal(false);
  const muting = useSignal(false);
  const { camera, share } = floor;
  const muted = mine.muted !== null;
  const yieldFloor = async (): Promise<void> => {
    yielding.value = true;
    await visit.attempt(() => visit.connection.command("yieldFloor", {}));
    yielding.value = false;
  };
  const mute = async (): Promise<void> => {
    muting.value = true;
    await visit.attempt(() => floor.mute(!muted));
    muting.value = false;
  };
  return (
    <div class="thumb narrow" role="region" aria-label={t.region}>
      <div>
        <div class={canShareScreen() ? "pair three" : "pair"}>
          <Key icon={muted ? "microphoneOff" : "microphone"} busy={muting.value} onPress={() => void mute()}>
            {muted ? t.unmute : t.mute}
          </Key>
          <Key
            icon={camera.track.value === null ? "camera" : "cameraOff"}
            busy={camera.asking.value}
            onPress={() => floor.show(camera.track.value === null)}
          >
            {camera.track.value === null ? t.cameraOn : t.cameraOff}
          </Key>
          {canShareScreen() && (
            <Key
              icon="screen"
              busy={share.asking.value}
              onPress={() => (share.track.value === null ? void share.start() : share.stop())}
            >
              {share.track.value === null ? t.share : t.stopSharing}
            </Key>
          )}
        </div>
        <Key look="main tall wide" why={t.spoken} busy={yielding.value} onPress={() => void yieldFloor()}>
          {t.yield}
        </Key>
      </div>
    </div>
  );
}
