import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { GroupId, OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Role } from "../../shared/protocol/define.ts";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { endOf, LifeField } from "./life.tsx";
import type { Life } from "./life.tsx";
import { Choice } from "./choice.tsx";
import { words } from "./words.ts";

const order: readonly Role[] = [
  "participant",
  "operator",
  "moderator",
  "scheduler",
  "room-keeper",
  "group-contact",
  "organiser",
];

interface InviteFormProps {
  readonly desk: Desk;
  readonly conference: ConferenceView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function InviteForm({ desk, conference, onDone, onCancel }: InviteFormProps): JSX.Element {
  const t = words().newInvite;
  const role = useSignal<Role>("participant");
  /** Null: the name that suits the role. */
  const typedLabel = useSignal<string | null>(null);
  const roomId = useSignal<RoomId | "">("");
  const occurrenceId = useSignal<OccurrenceId | "">("");
  const groupId = useSignal<GroupId | "">("");
  const life = useSignal<Life>("month");
  const shared = useSignal<boolean | null>(null);
  const acting = useActing();

  // An operator and a room keeper are for one room, a group contact for one group.
  const isOperator = role.value === "operator" || role.value === "room-keeper";
  const isContact = role.value === "group-contact";
  const chosenGroup = groupId.value || conference.groups[0]?.id;
  const groupName = conference.groups.find(({ id }) => id === chosenGroup)?.name ?? "";
  const firstRoom = conference.rooms[0];
  const chosenRoom = roomId.value === "" && isOperator ? firstRoom?.id : roomId.value || undefined;
  const roomName = conference.rooms.find(({ id }) => id === chosenRoom)?.name ?? "";
  const suggested = suggestion(role.value, roomName, groupName);
  const label = typedLabel.value ?? suggested;
  // A participants' invite goes into a chat group; what gives power over a room goes to one person.
  const isShared = shared.value ?? role.value === "participant";
  const withRoom = isOperator || (role.value === "participant" && conference.rooms.length > 0);
  const withSession = (role.value === "participant" || role.value === "moderator") && conference.sessions.length > 0;
  const lacksRoom = isOperator && firstRoom === undefined;
  const lacksGroup = isContact && chosenGroup === undefined;

  const submit = (): Promise<void> =>
    acting.run(async () => {
      const { invite, url } = await desk.change("createInvite", {
        conferenceId: conference.id,
        role: role.peek(),
        label,
        roomId: withRoom ? (chosenRoom ?? null) : null,
        groupId: isContact ? (chosenGroup ?? null) : null,
        occurrenceId: withSession ? occurrenceId.peek() || null : null,
        expiresAt: endOf(life.peek(), desk.connection.now()),
        shared: isShared,
      });
      desk.fresh.value = { invite, secret: url };
      onDone();
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacksRoom && !lacksGroup) void submit();
      }}
    >
      <fieldset class="fares">
        <legend>{t.role}</legend>
        {order.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="role"
              checked={role.value === each}
              onChange={() => {
                role.value = each;
              }}
            />
            <span>{t.roles[each]}</span>
          </label>
        ))}
      </fieldset>
      {lacksRoom && <p role="alert">{t.needsRoom}</p>}
      {lacksGroup && <p role="alert">{t.needsGroup}</p>}
      {isContact && !lacksGroup && (
        <Choice
          label={t.group}
          things={conference.groups}
          value={chosenGroup ?? ""}
          onChange={(id) => {
            groupId.value = id;
          }}
        />
      )}
      {withRoom && !lacksRoom && (
        <Field label={isOperator ? t.room : t.sitsIn}>
          {(control) => (
            <select
              {...control}
              value={chosenRoom ?? ""}
              onChange={(event) => {
                roomId.value = event.currentTarget.value as RoomId;
              }}
            >
              {!isOperator && <option value="">{t.noRoom}</option>}
              {conference.rooms.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {withSession && (
        <Field label={t.session}>
          {(control) => (
            <select
              {...control}
              value={occurrenceId.value}
              onChange={(event) => {
                occurrenceId.value = event.currentTarget.value as OccurrenceId;
              }}
            >
              <option value="">{t.allSessions}</option>
              {conference.sessions
                .filter(({ phase }) => phase !== "ended")
                .map((session) => (
                  <option key={session.occurrenceId} value={session.occurrenceId}>
                    {session.title}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      <LifeField
        value={life.value}
        onChange={(next) => {
          life.value = next;
        }}
      />
      <fieldset class="fares">
        <legend>{t.who}</legend>
        {[true, false].map((each) => (
          <label key={String(each)}>
            <input
              type="radio"
              name="shared"
              checked={isShared === each}
              onChange={() => {
                shared.value = each;
              }}
            />
            <span>{each ? t.shared : t.personal}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t.label} hint={t.labelHint}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={60}
            autocomplete="off"
            value={label}
            onInput={(event) => {
              typedLabel.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value} disabled={lacksRoom || lacksGroup}>
          {t.create}
        </Key>
        <Key onPress={onCancel}>{common().cancel}</Key>
      </p>
    </form>
  );
}

/** The name that suits who it is for. */
function suggestion(role: Role, room: string, group: string): string {
  const t = words().newInvite.labels;
  switch (role) {
    case "operator":
    case "room-keeper":
      return t[role](room);
    case "group-contact":
      return t[role](group);
    default:
      return t[role];
  }
}
