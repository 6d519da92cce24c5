import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { OccurrenceId, RoomId } from "../../shared/ids.ts";
import type { Role } from "../../shared/protocol/define.ts";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { day } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

const order: readonly Role[] = ["participant", "operator", "moderator", "organiser"];
/** How long an invite lives, in days; null: until it is revoked. */
const lives = { day: 1, week: 7, month: 30, never: null } as const;
type Life = keyof typeof lives;

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
  const life = useSignal<Life>("month");
  const shared = useSignal<boolean | null>(null);
  const acting = useActing();

  const isOperator = role.value === "operator";
  const firstRoom = conference.rooms[0];
  const chosenRoom = roomId.value === "" && isOperator ? firstRoom?.id : roomId.value || undefined;
  const roomName = conference.rooms.find(({ id }) => id === chosenRoom)?.name ?? "";
  const suggested = role.value === "operator" ? t.labels.operator(roomName) : t.labels[role.value];
  const label = typedLabel.value ?? suggested;
  // A participants' invite goes into a chat group; what gives power over a room goes to one person.
  const isShared = shared.value ?? role.value === "participant";
  const withRoom = role.value === "operator" || (role.value === "participant" && conference.rooms.length > 0);
  const withSession = (role.value === "participant" || role.value === "moderator") && conference.sessions.length > 0;
  const lacksRoom = isOperator && firstRoom === undefined;

  const submit = (): Promise<void> =>
    acting.run(async () => {
      const days = lives[life.peek()];
      desk.fresh.value = await desk.change("createInvite", {
        conferenceId: conference.id,
        role: role.peek(),
        label,
        roomId: withRoom ? (chosenRoom ?? null) : null,
        occurrenceId: withSession ? occurrenceId.peek() || null : null,
        // To the minute: the same form sent again asks for the same thing.
        expiresAt: days === null ? null : Math.ceil((desk.connection.now() + days * day) / 60_000) * 60_000,
        shared: isShared,
      });
      onDone();
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacksRoom) void submit();
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
      <Field label={t.ends}>
        {(control) => (
          <select
            {...control}
            value={life.value}
            onChange={(event) => {
              life.value = event.currentTarget.value as Life;
            }}
          >
            {(["day", "week", "month", "never"] as const).map((each) => (
              <option key={each} value={each}>
                {t.lives[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
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
        <Key look="main" type="submit" busy={acting.busy.value} disabled={lacksRoom}>
          {t.create}
        </Key>
        <Key onPress={onCancel}>{common().cancel}</Key>
      </p>
    </form>
  );
}
