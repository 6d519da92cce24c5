import type { ConferenceId, GroupId, RoomId } from "../../shared/ids.ts";
import { newCommandId } from "./caller.ts";
import type { Caller } from "./caller.ts";

type TokenRole = "organiser" | "scheduler" | "room-keeper" | "group-contact";

/** A token for scripts, made as the organiser's page makes it. */
export async function tokenFor(
  organiser: Caller,
  role: TokenRole,
  scope: { readonly conferenceId?: ConferenceId; readonly roomId?: RoomId; readonly groupId?: GroupId } = {},
): Promise<string> {
  const made = await organiser.call("createToken", {
    commandId: newCommandId(),
    conferenceId: scope.conferenceId ?? null,
    role,
    label: `script of a ${role}`,
    roomId: scope.roomId ?? null,
    groupId: scope.groupId ?? null,
    expiresAt: null,
  });
  if (!made.ok) throw new Error(`no token: ${made.error.code}`);
  return made.value.token;
}
