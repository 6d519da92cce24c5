import type { JSX } from "preact";
import type { RoomId } from "../../shared/ids.ts";
import { roomSource } from "../../shared/stage/sources.ts";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";
import { lacking } from "./prepare.ts";

/** What can be done with one room's sound and screen. */
export function RoomKeys({ roomId }: { readonly roomId: RoomId }): JSX.Element {
  const { preview, asking } = useConsole();
  const { stage, rights, names, t, command } = useLive();
  const name = names.room(roomId);
  const source = roomSource(roomId, "sound");
  const isOpen = stage.openRooms[roomId] !== undefined;
  const own = rights.ownRoom(roomId);
  const against = rights.room(roomId);
  const againstOpening = own && stage.format === "discussion" && stage.phase === "live" ? null : rights.live;
  const scene = preview.scene.value;
  const incomplete = scene.layout !== "holding" && (scene.sources.length === 0 || lacking(scene) > 0);
  const follows = stage.screens[roomId] === undefined;
  const said = [against, isOpen ? null : againstOpening].find((why) => why !== null);
  return (
    <div class="roomkeys">
      <div class="keys">
        {isOpen ? (
          <Key disabled={against !== null} onPress={() => command("closeRoom", { roomId }, `close ${roomId}`)}>
            {t.links.closeSound(name)}
          </Key>
        ) : (
          <Key disabled={againstOpening !== null} onPress={() => command("openRoom", { roomId }, `open ${roomId}`)}>
            {t.links.openSound(name)}
          </Key>
        )}
        {isOpen && stage.muted[source] !== undefined && own && (
          <Key onPress={() => command("unmute", { source }, `unmute ${source}`)}>{t.links.unmute(name)}</Key>
        )}
      </div>
      <fieldset class="keys">
        <legend class="fine">{t.links.screenOf(name)}</legend>
        <Key
          pressed={follows}
          disabled={against !== null}
          onPress={() => command("followProgram", { roomId, baseSeq: stage.seq }, `screen ${roomId}`)}
        >
          {t.links.follow}
        </Key>
        <Key
          pressed={stage.screens[roomId]?.layout === "holding"}
          disabled={against !== null}
          onPress={() =>
            command(
              "take",
              { to: roomId, scene: { layout: "holding", sources: [] }, baseSeq: stage.seq },
              `screen ${roomId}`,
            )
          }
        >
          {t.links.holding}
        </Key>
        <Key
          disabled={against !== null || incomplete}
          {...(incomplete ? { why: t.reasons.noPreview } : {})}
          onPress={() => command("take", { to: roomId, ...preview.taking(), baseSeq: stage.seq }, `screen ${roomId}`)}
        >
          {t.links.putPreview}
        </Key>
      </fieldset>
      {(own || rights.desk === null) && stage.phase !== "ended" && (
        <Key onPress={() => (asking.value = { about: "hand", roomId })}>{t.queue.type}</Key>
      )}
      {said !== undefined && <p class="fine quiet">{said}</p>}
    </div>
  );
}
