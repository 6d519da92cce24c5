import { z } from "zod";
import type { ConferenceId, OccurrenceId, RoomId } from "../ids.ts";
import { define } from "./define.ts";
import type { Role } from "./define.ts";
import {
  commandId,
  conferenceId,
  inviteId,
  instant,
  line,
  occurrenceId,
  optionalLine,
  roomId,
  zone,
} from "./schemas.ts";
import type { InviteView, OrganiserPlan } from "./views.ts";

const organisers: readonly Role[] = ["organiser"];
const wall = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

const session = {
  title: line(120),
  /** Wall time in a zone; `offset` (minutes east of UTC) chooses where the clocks make it come twice. */
  start: z.strictObject({ wall, zone, offset: z.number().int().min(-1000).max(1000).optional() }),
  minutes: z.number().int().min(5).max(1440),
  hostRoomId: roomId.nullable(),
  roomIds: z.array(roomId).max(40),
};

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
  createConference: define<{ readonly id: ConferenceId }>()(
    { who: organisers, returns: "its id", doc: "A new conference." },
    z.strictObject({ commandId, name: line(120) }),
  ),
  renameConference: define()(
    { who: organisers, errors: ["not-found"], doc: "Another name." },
    z.strictObject({ commandId, conferenceId, name: line(120) }),
  ),
  createRoom: define<{ readonly id: RoomId }>()(
    {
      who: organisers,
      errors: ["not-found", "unknown-zone"],
      returns: "its id",
      doc: "A room; rooms of one venue share its uplink.",
    },
    z.strictObject({ commandId, conferenceId, name: line(60), city: line(60), zone, venue: optionalLine(80) }),
  ),
  updateRoom: define()(
    { who: organisers, errors: ["not-found", "unknown-zone"], doc: "Changes a room." },
    z.strictObject({ commandId, roomId, name: line(60), city: line(60), zone, venue: optionalLine(80) }),
  ),
  createSession: define<{ readonly occurrenceId: OccurrenceId }>()(
    {
      who: organisers,
      errors: ["not-found", "unknown-zone", "gap", "fold"],
      returns: "its first occurrence",
      doc: "A session with one occurrence and the rooms linked to it.",
    },
    z.strictObject({ commandId, conferenceId, ...session }),
  ),
  updateSession: define()(
    {
      who: organisers,
      errors: ["not-found", "unknown-zone", "gap", "fold", "already"],
      doc: "Changes an occurrence that is still waiting.",
    },
    z.strictObject({ commandId, occurrenceId, ...session }),
  ),
  cancelSession: define()(
    { who: organisers, errors: ["not-found", "already"], doc: "Takes a waiting occurrence out of the schedule." },
    z.strictObject({ commandId, occurrenceId }),
  ),
  createInvite: define<{ readonly invite: InviteView; readonly url: string }>()(
    {
      who: organisers,
      errors: ["not-found", "bad-request"],
      returns: "the invite and its URL: the only time that the secret is shown",
      doc: "An invite. Operators need a room; participants may have the room that they sit in.",
    },
    z.strictObject({
      commandId,
      conferenceId: conferenceId.nullable(),
      role: z.enum(["organiser", "operator", "moderator", "participant"]),
      label: line(60),
      roomId: roomId.nullable(),
      occurrenceId: occurrenceId.nullable(),
      expiresAt: instant.nullable(),
      shared: z.boolean(),
    }),
  ),
  revokeInvite: define()(
    { who: organisers, errors: ["not-found"], doc: "Ends an invite and every pass that came with it, at once." },
    z.strictObject({ commandId, inviteId }),
  ),
} as const;
