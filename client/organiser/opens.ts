import type { ConferenceView, InviteView } from "../../shared/protocol/views.ts";
import { words } from "./words.ts";

/** What an invite opens, in words. */
export function opensWhat(invite: InviteView, conference: ConferenceView): string {
  const t = words().invites;
  const room = conference.rooms.find(({ id }) => id === invite.roomId)?.name ?? t.goneRoom;
  const title =
    conference.sessions.find(({ occurrenceId }) => occurrenceId === invite.occurrenceId)?.title ?? t.goneSession;
  switch (invite.role) {
    case "organiser":
      return t.opens.organiser;
    case "scheduler":
      return t.opens.scheduler;
    case "room-keeper":
      return t.opens.keeper(room);
    case "group-contact":
      return t.opens.contact(conference.groups.find(({ id }) => id === invite.groupId)?.name ?? t.goneGroup);
    case "operator":
      return t.opens.operator(room);
    case "moderator":
      return invite.occurrenceId === null ? t.opens.moderatorAll : t.opens.moderatorOne(title);
    case "participant": {
      const what = invite.occurrenceId === null ? t.opens.participantAll : t.opens.participantOne(title);
      return invite.roomId === null ? what : t.opens.sitsIn(what, room);
    }
  }
}
