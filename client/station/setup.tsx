import type { JSX } from "preact";
import { Route } from "../ui/route.tsx";
import type { Stop } from "../ui/route.tsx";
import { timeOfDay } from "../ui/time.ts";
import { CameraStop, SoundStop } from "./inputs.tsx";
import { OutputStop } from "./output.tsx";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

/** The way from a bare laptop to a room that is heard, as a line; folded away once the room runs. */
export function SetUp({ station }: { readonly station: Station }): JSX.Element {
  const t = words();
  const line = <Route label={t.setup} stops={stopsOf(station)} />;
  if (!station.started.value) return <section aria-label={t.setup}>{line}</section>;
  const trouble =
    station.joined.media.trouble.value.some((one) => one !== "return-blocked") ||
    station.devices.permission.value !== "allowed";
  return (
    <details class="folded" open={trouble}>
      <summary>{t.setupDone}</summary>
      {line}
    </details>
  );
}

function stopsOf(station: Station): readonly Stop[] {
  const t = words();
  const { devices } = station;
  const started = station.started.value;
  const steps: readonly (Omit<Stop, "state"> & { readonly done: boolean })[] = [
    {
      key: "camera",
      done: devices.camera.state.value === "on",
      content: <CameraStop station={station} />,
    },
    { key: "sound", done: devices.sound.state.value === "on", content: <SoundStop station={station} /> },
    { key: "output", done: started, content: <OutputStop station={station} /> },
    {
      key: "start",
      done: started,
      content: (
        <>
          <h2>{t.startStop.title}</h2>
          <p class="quiet fine">{started ? t.startStop.done : t.startStop.text}</p>
        </>
      ),
    },
    { key: "screen", done: station.screen.open.value, content: <ScreenStop station={station} /> },
  ];
  const here = steps.findIndex(({ done }) => !done);
  return steps.map(({ done, ...stop }, at) => ({ ...stop, state: done ? "done" : at === here ? "here" : "ahead" }));
}

function ScreenStop({ station }: { readonly station: Station }): JSX.Element {
  const { screen } = words();
  const occurrence = station.sessions.occurrence.value;
  const room = station.room.value;
  const waits = occurrence !== null && room !== null && occurrence.phase === "waiting";
  return (
    <>
      <h2>{screen.title}</h2>
      <p class="quiet fine">
        {station.screen.open.value ? screen.open : screen.text}{" "}
        {waits && screen.until(timeOfDay(occurrence.startsAt, room.clock))}
      </p>
    </>
  );
}
