import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import type { PassId } from "../../shared/ids.ts";
import { pathTo } from "../session/pass.ts";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { usePageTitle } from "../ui/start.tsx";
import { timeOfDay } from "../ui/time.ts";
import { Measures } from "./measures.tsx";
import { Notes } from "./notes.tsx";
import { RoomPanel } from "./room.tsx";
import { SetUp } from "./setup.tsx";
import type { Station } from "./station.ts";
import { Cameras } from "./tiles.tsx";
import { Top } from "./top.tsx";
import { words } from "./words.ts";

interface StationPageProps {
  readonly station: Station;
  /** The server's time, each second. */
  readonly time: ReadonlySignal<number>;
  readonly passId: PassId;
}

/** The page that runs a room: set-up first, then what the room sends, and who speaks. */
export function StationPage({ station, time, passId }: StationPageProps): JSX.Element {
  const t = words();
  const room = station.room.value;
  usePageTitle(room === null ? t.name : t.title(room.name));
  const conference = station.sessions.occurrence.value?.conference;
  return (
    <>
      <Mast
        name={t.name}
        end={
          <>
            {room !== null && <Clock station={station} time={time} />}
            <a
              class="beside"
              href={pathTo("console", passId)}
              target={`crossroom-console-${passId}`}
              title={t.consoleHint}
            >
              {t.console}
            </a>
            <LanguageMenu compact />
          </>
        }
      >
        {conference !== undefined && <span class="quiet">{conference}</span>}
      </Mast>
      <main id="content" tabIndex={-1}>
        <Top station={station} time={time} />
        <Notes station={station} time={time} />
        {station.connection.goodbye.value === null && (
          <>
            <div class="left">
              <Cameras station={station} />
              <Measures station={station} />
            </div>
            <div class="right">
              {station.started.value && <RoomPanel station={station} time={time} />}
              <SetUp station={station} />
            </div>
          </>
        )}
      </main>
    </>
  );
}

function Clock({ station, time }: Pick<StationPageProps, "station" | "time">): JSX.Element | null {
  const room = station.room.value;
  if (room === null) return null;
  return (
    <span class="clock">
      <b>{timeOfDay(time.value, room.clock)}</b> {room.city}
    </span>
  );
}
