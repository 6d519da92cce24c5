import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { GroupId, RoomId } from "../../shared/ids.ts";
import type { ConferenceView, InviteView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { useActing } from "../ui/acting.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import { Timetable } from "../ui/timetable.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { Choice } from "./choice.tsx";
import type { Desk } from "./desk.ts";
import { Ends, Revoke } from "./invites.tsx";
import { endOf, LifeField } from "./life.tsx";
import type { Life } from "./life.tsx";
import { opensWhat } from "./opens.ts";
import { words } from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}

/** Tokens for scripts: made, shown once, listed and revoked as invites are. */
export function Tokens({ desk, conference }: Props): JSX.Element {
  const t = words().tokens;
  const making = useSignal(false);
  const revoking = useSignal<InviteView | null>(null);
  const now = desk.time.value;
  const open = conference.invites.filter(
    ({ token, revoked, expiresAt }) => token && !revoked && (expiresAt === null || expiresAt > now),
  );
  const close = (): void => {
    making.value = false;
    revoking.value = null;
  };
  return (
    <section aria-labelledby="tokens">
      <div class="over-table">
        <h2 id="tokens">{t.title}</h2>
        <Key
          onPress={() => {
            making.value = true;
          }}
        >
          {t.fresh}
        </Key>
      </div>
      {open.length === 0 ? (
        <p class="nothing">{t.none}</p>
      ) : (
        <Timetable
          labelledBy="tokens"
          columns={[
            { key: "label", title: t.columns.label },
            { key: "may", title: t.columns.may, class: "opt" },
            { key: "ends", title: t.columns.ends, class: "opt" },
            { key: "act", title: words().invites.columns.acts, unseen: true },
          ]}
        >
          {open.map((invite) => (
            <tr key={invite.id} class={desk.fresh.value?.invite.id === invite.id ? "chosen" : undefined}>
              <th scope="row">{invite.label}</th>
              <td class="opt">{opensWhat(invite, conference)}</td>
              <td class="opt nowrap">
                <Ends desk={desk} invite={invite} />
              </td>
              <td class="act">
                <Key
                  onPress={() => {
                    revoking.value = invite;
                  }}
                >
                  {words().invites.revoke}
                  <span class="sr">{words().invites.revokeName(invite.label)}</span>
                </Key>
              </td>
            </tr>
          ))}
        </Timetable>
      )}
      <p class="quiet docs">
        {t.docs} <a href="/api/docs">{t.docsLink}</a>
      </p>
      {making.value && (
        <Dialog title={t.fresh} onClose={close}>
          <TokenForm desk={desk} conference={conference} onDone={close} />
        </Dialog>
      )}
      {revoking.value !== null && <Revoke desk={desk} invite={revoking.value} onDone={close} />}
    </section>
  );
}

const roles = ["scheduler", "organiser", "room-keeper", "group-contact"] as const;
type TokenRole = (typeof roles)[number];

function TokenForm({ desk, conference, onDone }: Props & { readonly onDone: () => void }): JSX.Element {
  const t = words().tokens;
  const label = useSignal("");
  const role = useSignal<TokenRole>("scheduler");
  const roomId = useSignal<RoomId | "">(conference.rooms[0]?.id ?? "");
  const groupId = useSignal<GroupId | "">(conference.groups[0]?.id ?? "");
  const life = useSignal<Life>("month");
  const acting = useActing();
  const lacks =
    (role.value === "room-keeper" && roomId.value === "") || (role.value === "group-contact" && groupId.value === "");
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const { invite, token } = await desk.change("createToken", {
        conferenceId: conference.id,
        role: role.peek(),
        label: label.peek(),
        roomId: role.peek() === "room-keeper" ? roomId.peek() || null : null,
        groupId: role.peek() === "group-contact" ? groupId.peek() || null : null,
        expiresAt: endOf(life.peek(), desk.connection.now()),
      });
      desk.fresh.value = { invite, secret: token };
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacks) void submit();
      }}
    >
      <Field label={t.label} hint={t.labelHint}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={60}
            autocomplete="off"
            value={label.value}
            onInput={(event) => {
              label.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      <Field label={t.role} wrong={lacks ? t.lacks : undefined}>
        {(control) => (
          <select
            {...control}
            value={role.value}
            onChange={(event) => {
              role.value = event.currentTarget.value as TokenRole;
            }}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {t.roles[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role.value === "room-keeper" && (
        <Choice
          label={words().newInvite.room}
          things={conference.rooms}
          value={roomId.value}
          onChange={(id) => (roomId.value = id)}
        />
      )}
      {role.value === "group-contact" && (
        <Choice
          label={words().newInvite.group}
          things={conference.groups}
          value={groupId.value}
          onChange={(id) => (groupId.value = id)}
        />
      )}
      <LifeField value={life.value} onChange={(next) => (life.value = next)} />
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value} disabled={lacks}>
          {t.create}
        </Key>
        <Key onPress={onDone}>{common().cancel}</Key>
      </p>
    </form>
  );
}
