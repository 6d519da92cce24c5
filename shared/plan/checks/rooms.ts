import type { Conflict } from "../conflict.ts";
import { found, minute, near, overlap, pair, whenIn } from "./check.ts";
import type { Check } from "./check.ts";

/**
 * A live-linked room is closed in a part of [start − set-up, end + turn-round). One conflict a room, about the first
 * closed stretch of the session, else of the set-up, else of the clearing.
 */
export const roomClosed: Check = (_world, placed) =>
  placed.rooms.flatMap((room, i): readonly Conflict[] => {
    const hours = placed.roomHours[i];
    const begins = placed.from - room.setUp * minute;
    const ends = placed.to + room.turnRound * minute;
    if (hours === undefined || !hours.has("blocked", begins, ends)) return [];
    const parts = [
      { part: "session", from: placed.from, to: placed.to },
      { part: "set-up", from: begins, to: placed.from },
      { part: "clearing", from: placed.to, to: ends },
    ] as const;
    for (const { part, from, to } of parts) {
      const closed = hours.first("blocked", from, to);
      if (closed === null) continue;
      const { dated, why: because } = closed;
      const trouble = { kind: "room-closed", roomId: room.id, part, dated, because } as const;
      return [found(trouble, "error", [placed], room.id, whenIn(room, closed.from, closed.to))];
    }
    return [];
  });

/** Two sessions overlap in a room. */
export const roomDouble: Check = (world, placed) =>
  placed.rooms.flatMap((room) =>
    near(world.inRoom(room.id), placed, 0).map((other) => {
      const [first, second] = pair(placed, other);
      return found(
        { kind: "room-double", roomId: room.id, other: second.occurrence.id },
        "error",
        [first, second],
        room.id,
        whenIn(room, first.from, Math.min(first.to, second.to)),
      );
    }),
  );

/** Two sessions in a room are apart, but the turn-round of one and the set-up of the other do not fit between them. */
export const roomTurnRound: Check = (world, placed) =>
  placed.rooms.flatMap((room) => {
    const between = (room.setUp + room.turnRound) * minute;
    return near(world.inRoom(room.id), placed, between)
      .filter((other) => !overlap(placed, other))
      .map((other) => {
        const [first, second] = pair(placed, other);
        const setUpAt = first.from - room.setUp * minute;
        const clearedAt = second.to + room.turnRound * minute;
        const short = Math.ceil((clearedAt - setUpAt) / minute);
        return found(
          { kind: "room-turn-round", roomId: room.id, other: second.occurrence.id, short },
          "error",
          [first, second],
          room.id,
          whenIn(room, setUpAt, clearedAt),
        );
      });
  });
