import { z } from "zod";
import { define } from "./define.ts";
import type { Role } from "./define.ts";
import { commandId, conferenceId, groupId, inviteId, instant, line, occurrenceId, roomId } from "./schemas.ts";
import type { InviteView, OrganiserPlan } from "./views.ts";

const organisers: readonly Role[] = ["organiser"];
/** The organiser's page. */
export const planningRequests = {
  plan: define<OrganiserPlan>()(
    {
      who: organisers,
      returns: "conferences with rooms, sessions and invites",
      doc: "What the organiser's page shows.",
    },
    z.strictObject({}),
  ),
  createInvite: define<{ readonly invite: InviteView; readonly url: string }>()(
    {
      who: organisers,
      errors: ["not-found", "bad-request"],
      returns: "the invite and its URL: the only time that the secret is shown",
      doc: "An invite. Operators and room keepers need a room, group contacts a group; participants may have the room that they sit in.",
    },
    z.strictObject({
      commandId,
      conferenceId: conferenceId.nullable(),
      role: z.enum(["organiser", "scheduler", "room-keeper", "group-contact", "operator", "moderator", "participant"]),
      label: line(60),
      roomId: roomId.nullable(),
      groupId: groupId.nullable().default(null),
      occurrenceId: occurrenceId.nullable(),
      expiresAt: instant.nullable(),
      shared: z.boolean(),
    }),
  ),
  createToken: define<{ readonly invite: InviteView; readonly token: string }>()(
    {
      who: organisers,
      errors: ["not-found", "bad-request"],
      returns: "its entry in the list of invites, and the token: the only time that it is shown",
      doc: "A token for scripts (`/api/docs`). Revoked as an invite is.",
    },
    z.strictObject({
      commandId,
      conferenceId: conferenceId.nullable(),
      role: z.enum(["organiser", "scheduler", "room-keeper", "group-contact"]),
      label: line(60),
      roomId: roomId.nullable().default(null),
      groupId: groupId.nullable().default(null),
      expiresAt: instant.nullable(),
    }),
  ),
  revokeInvite: define()(
    { who: organisers, errors: ["not-found"], doc: "Ends an invite and every pass that came with it, at once." },
    z.strictObject({ commandId, inviteId }),
  ),
} as const;
