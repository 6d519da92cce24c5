import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { visibleScene } from "../../shared/stage/layout.ts";
import { Plate } from "../ui/plate.tsx";
import { timeWithSeconds } from "../ui/time.ts";
import { useConsole, useLive, useTally } from "./live.ts";
import type { Live } from "./live.ts";
import { roomOf } from "./names.ts";
import { SceneView } from "./sceneview.tsx";
import type { ScreenState, Tally } from "./tally.ts";

/** What this console prepares: smaller, framed in ink; its keys below. */
export function PreviewMonitor({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { preview } = useConsole();
  const { t } = useLive();
  const heading = useId();
  return (
    <section class="monitor preview" aria-labelledby={heading}>
      <h2>
        <span id={heading}>{t.monitors.preview}</span> <Plate look="said">{t.monitors.nextTake}</Plate>
      </h2>
      <div class="tile">
        <SceneView scene={preview.scene.value} empty={t.monitors.empty} />
      </div>
      <div class="deck">{children}</div>
    </section>
  );
}

/** What is on air: the largest thing on the page, framed in red only while somebody really sees it. */
export function ProgramMonitor(): JSX.Element {
  const { connection, pass, joined } = useConsole();
  const live = useLive();
  const { stage, occurrence, t } = live;
  const tally = useTally();
  const heading = useId();
  const glass = useRef<HTMLDivElement>(null);
  useGlass(glass, joined.look.bind(joined));
  const scene = visibleScene(stage, stage.program);
  const clock = roomOf(occurrence, pass.value?.roomId ?? null)?.clock ?? connection.welcome.value?.here;
  const said = tally === null ? [] : programWords(live, tally);
  return (
    <section class="monitor program" aria-labelledby={heading}>
      <h2>
        <span id={heading}>{t.monitors.program}</span>{" "}
        <span role="status">{tally !== null && <ProgramPlate tally={tally} />}</span>
      </h2>
      <div ref={glass} class={tally?.onAir ? "tile onair" : "tile"}>
        <SceneView scene={scene} empty="" />
      </div>
      <p class="fine quiet">
        {stage.programSince !== null && clock !== undefined && (
          <span>{t.monitors.since(t.monitors.shown[scene.layout], timeWithSeconds(stage.programSince, clock))}. </span>
        )}
        {said.join(" ")}
      </p>
    </section>
  );
}

function ProgramPlate({ tally }: { readonly tally: Tally }): JSX.Element {
  const { stage, t } = useLive();
  if (stage.phase === "waiting") return <Plate look="said">{t.monitors.notOpen}</Plate>;
  if (visibleScene(stage, stage.program).layout === "holding")
    return <Plate look="said">{t.monitors.holdingPlate}</Plate>;
  if (!tally.onAir) return <Plate look="look">{t.monitors.notSeen}</Plate>;
  return (
    <Plate look="air">
      {tally.on === 0 ? t.monitors.onNoScreen : t.monitors.onScreens(tally.on, tally.screens.length)}
    </Plate>
  );
}

/** The rooms that do not show the program, and why. */
function programWords({ names, t }: Live, tally: Tally): readonly string[] {
  const rooms = (state: ScreenState): readonly string[] =>
    tally.screens.filter((screen) => screen.state === state).map(({ roomId }) => names.room(roomId));
  const say = (state: ScreenState, sentence: (names: readonly string[]) => string): readonly string[] => {
    const found = rooms(state);
    return found.length === 0 ? [] : [sentence(found)];
  };
  return [
    ...say("waits", t.monitors.waits),
    ...say("own", t.monitors.own),
    ...say("closed", t.monitors.noScreen),
    ...say("no-line", t.monitors.lost),
  ];
}

/** Tells the server how high the program stands on this glass, in device pixels; 0 once it is gone. */
function useGlass(element: { readonly current: HTMLElement | null }, look: (height: number) => void): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => look(current.clientHeight * devicePixelRatio);
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    measure();
    return () => {
      watch.disconnect();
      look(0);
    };
  }, []);
}
