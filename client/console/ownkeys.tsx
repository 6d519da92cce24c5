import type { JSX } from "preact";
import type { ReadonlySignal } from "@preact/signals";
import { Key } from "../ui/key.tsx";
import { Level } from "../ui/meter.tsx";
import { Plate } from "../ui/plate.tsx";
import { useConsole, useLive } from "./live.ts";

/** One's own microphone and camera (moderators), and what one hears on this console. */
export function OwnKeys(): JSX.Element {
  const { pass } = useLive();
  return (
    <div class="own">
      {pass.role === "moderator" && <Voice />}
      <Hear />
    </div>
  );
}

function Voice(): JSX.Element {
  const { own, acts, joined } = useConsole();
  const { stage, t } = useLive();
  const open = own.open.value;
  const why = stage.phase === "live" ? null : stage.phase === "ended" ? t.reasons.ended : t.reasons.notLive;
  const meter = own.meter.value;
  const trouble = own.trouble.value;
  return (
    <>
      {(!open || own.microphone.value === null) && (
        <Key
          icon="microphone"
          busy={acts.isBusy("speak")}
          disabled={why !== null}
          {...(why === null ? {} : { why })}
          onPress={() => acts.run("speak", () => own.speak())}
        >
          {t.own.speak}
        </Key>
      )}
      {open && (
        <>
          <Key
            icon={own.muted.value ? "microphoneOff" : "microphone"}
            busy={acts.isBusy("muteOwn")}
            label={own.muted.value ? t.own.unmute : t.own.mute}
            onPress={() => acts.run("muteOwn", () => own.mute(!own.muted.peek()))}
          >
            {own.muted.value ? t.own.unmute : t.own.mute}
          </Key>
          <Key busy={acts.isBusy("stop")} onPress={() => acts.run("stop", () => own.stop())}>
            {t.own.stop}
          </Key>
          <CameraKey />
        </>
      )}
      {meter !== null && <OwnLevel level={meter.level} isOnAir={open && !own.muted.value} />}
      <span role="status" class="fine say">
        {own.asking.value && t.own.asking}
        {trouble !== null && !own.asking.value && t.own.failures[trouble.device][trouble.why]}
        {open && own.microphone.value === null && trouble === null && !own.asking.value && t.own.lostTrack}
      </span>
      {joined.media.elsewhere.value && (
        <span class="keys">
          <span class="fine">{t.own.elsewhere}</span>
          <Key onPress={() => joined.media.takeOver()}>{t.own.useThis}</Key>
        </span>
      )}
    </>
  );
}

/** The own level; whether all hear it or nobody does stands above it. */
function OwnLevel({
  level,
  isOnAir,
}: {
  readonly level: ReadonlySignal<number>;
  readonly isOnAir: boolean;
}): JSX.Element {
  const { t } = useLive();
  return (
    <span class="ownlevel">
      {isOnAir ? <Plate look="air">{t.own.onAir}</Plate> : <span class="fine">{t.own.level}</span>}
      <Level slim value={level.value} label={t.own.title} />
    </span>
  );
}

function CameraKey(): JSX.Element {
  const { own, acts } = useConsole();
  const { t } = useLive();
  const isOn = own.camera.value !== null;
  return (
    <Key
      icon={isOn ? "cameraOff" : "camera"}
      busy={acts.isBusy("camera")}
      label={isOn ? t.own.cameraOff : t.own.cameraOn}
      onPress={() => (isOn ? own.cameraOff() : acts.run("camera", () => own.cameraOn()))}
    >
      {isOn ? t.own.cameraOff : t.own.cameraOn}
    </Key>
  );
}

function Hear(): JSX.Element {
  const { joined, acts } = useConsole();
  const { t } = useLive();
  const isOn = joined.listening.value;
  if (isOn && joined.media.soundBlocked.value) {
    return (
      <Key class="hear" icon="listen" onPress={() => acts.run("sound", () => joined.media.resumeSound())}>
        {t.own.blocked}
      </Key>
    );
  }
  return (
    <Key class="hear" icon="listen" pressed={isOn} onPress={() => acts.run("listen", () => joined.listen(!isOn))}>
      {t.own.hear}
    </Key>
  );
}
