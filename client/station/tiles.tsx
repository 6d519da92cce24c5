import type { JSX } from "preact";
import { Plate } from "../ui/plate.tsx";
import { Tile } from "../ui/tile.tsx";
import type { Input } from "./input.ts";
import { pictureOnAir } from "./onair.ts";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

/** What the room sends as picture, and who sees it. */
export function Cameras({ station }: { readonly station: Station }): JSX.Element {
  const t = words();
  const { cameraName, secondName, hasSecond } = station.choices.value;
  return (
    <div class={hasSecond ? "cameras two" : "cameras"}>
      <CameraTile
        station={station}
        input={station.devices.camera}
        track="camera1"
        name={cameraName || t.camera.plain}
      />
      {hasSecond && (
        <CameraTile
          station={station}
          input={station.devices.second}
          track="camera2"
          name={secondName || t.camera.secondPlain}
        />
      )}
    </div>
  );
}

function CameraTile({
  station,
  input,
  track,
  name,
}: {
  readonly station: Station;
  readonly input: Input;
  readonly track: "camera1" | "camera2";
  readonly name: string;
}): JSX.Element {
  const { camera } = words();
  const room = station.room.value?.name ?? "";
  const full = room === "" ? name : `${room}, ${name}`;
  const there = station.started.value && station.connection.state.value === "open";
  const onAir = there && pictureOnAir(station.joined.stage.value, station.roomId.value, track);
  const seenBy = onAir ? camera.everybody : there ? camera.operators : camera.onlyYou;
  const media = input.track.value;
  return (
    <Tile
      track={media}
      label={camera.tile(full)}
      none={input.state.value === "lost" ? camera.lost : camera.none}
      {...(media === null ? {} : { name: full, from: seenBy })}
      class="pic"
    >
      {onAir && media !== null && <Plate look="air">{camera.onAir}</Plate>}
    </Tile>
  );
}
