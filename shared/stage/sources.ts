import type { PassId, RoomId } from "../ids.ts";

/** What an endpoint can publish. Rooms: `sound`, `camera1`, `camera2`; people: `mic`, `camera`, `share`. */
export type Track = "sound" | "camera1" | "camera2" | "mic" | "camera" | "share";
export type RoomTrack = Extract<Track, "sound" | "camera1" | "camera2">;
export type PersonTrack = Extract<Track, "mic" | "camera" | "share">;

/** One published stream of one owner, the same name over reloads and restarts: `room:ID:camera1`, `person:ID:mic`. */
export type SourceId = `room:${string}:${RoomTrack}` | `person:${string}:${PersonTrack}`;

export type Source =
  | { readonly owner: "room"; readonly roomId: RoomId; readonly track: RoomTrack }
  | { readonly owner: "person"; readonly passId: PassId; readonly track: PersonTrack };

export const roomSource = (roomId: RoomId, track: RoomTrack): SourceId => `room:${roomId}:${track}`;
export const personSource = (passId: PassId, track: PersonTrack): SourceId => `person:${passId}:${track}`;

/** Takes a source's name apart. Throws on a name that was not made here: the protocol's edge has checked it before. */
export function parseSource(source: SourceId): Source {
  const [owner, id, track] = source.split(":");
  if (owner === "room" && id !== undefined) return { owner, roomId: id as RoomId, track: track as RoomTrack };
  if (owner === "person" && id !== undefined) return { owner, passId: id as PassId, track: track as PersonTrack };
  throw new Error(`not a source: ${source}`);
}

/** Sound or picture? */
export const isVoice = (source: SourceId): boolean => source.endsWith(":sound") || source.endsWith(":mic");
