import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ConferenceView, InviteView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Confirm, Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { timeOfDay, wallAt } from "../ui/time.ts";
import { Timetable } from "../ui/timetable.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { InviteForm } from "./inviteForm.tsx";
import { opensWhat } from "./opens.ts";
import { words } from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}

/** `first`: making one is the page's main act; else something else comes before it. */
export function Invites({ desk, conference, first }: Props & { readonly first: boolean }): JSX.Element {
  const t = words().invites;
  const making = useSignal(false);
  const revoking = useSignal<InviteView | null>(null);
  const now = desk.time.value;
  const isOpen = (invite: InviteView): boolean =>
    !invite.revoked && (invite.expiresAt === null || invite.expiresAt > now);
  const invites = conference.invites.filter(({ token }) => !token);
  const open = invites.filter(isOpen);
  const ended = invites.filter((invite) => !isOpen(invite));
  const close = (): void => {
    making.value = false;
    revoking.value = null;
  };
  return (
    <section aria-labelledby="invites">
      <div class="over-table">
        <h2 id="invites">{t.title}</h2>
        <Key
          {...(first ? { look: "main" } : {})}
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
          labelledBy="invites"
          columns={[
            { key: "label", title: t.columns.label },
            { key: "opens", title: t.columns.opens, class: "opt" },
            { key: "ends", title: t.columns.ends, class: "opt" },
            { key: "inUse", title: t.columns.inUse, class: "num" },
            { key: "act", title: t.columns.acts, unseen: true },
          ]}
        >
          {open.map((invite) => (
            <tr key={invite.id} class={desk.fresh.value?.invite.id === invite.id ? "chosen" : undefined}>
              <th scope="row">{invite.label}</th>
              <td class="opt">{opensWhat(invite, conference)}</td>
              <td class="opt nowrap">
                <Ends desk={desk} invite={invite} />
              </td>
              <td class="num">{invite.inUse}</td>
              <td class="act">
                <Key
                  onPress={() => {
                    revoking.value = invite;
                  }}
                >
                  {t.revoke}
                  <span class="sr">{t.revokeName(invite.label)}</span>
                </Key>
              </td>
            </tr>
          ))}
        </Timetable>
      )}
      {ended.length > 0 && <Ended desk={desk} conference={conference} invites={ended} />}
      {making.value && (
        <Dialog title={words().newInvite.title} onClose={close} class="broad">
          <InviteForm desk={desk} conference={conference} onDone={close} onCancel={close} />
        </Dialog>
      )}
      {revoking.value !== null && <Revoke desk={desk} invite={revoking.value} onDone={close} />}
    </section>
  );
}

/** When it ends, in the time of this browser's place. */
export function Ends({ desk, invite }: { readonly desk: Desk; readonly invite: InviteView }): JSX.Element {
  const here = desk.connection.welcome.value?.here;
  if (invite.expiresAt === null || here === undefined) return <>{words().invites.noEnd}</>;
  return (
    <>
      {common().time.shortDay(wallAt(invite.expiresAt, here))}, {timeOfDay(invite.expiresAt, here)}
    </>
  );
}

function Ended({ desk, conference, invites }: Props & { readonly invites: readonly InviteView[] }): JSX.Element {
  const t = words().invites;
  const here = desk.connection.welcome.value?.here;
  return (
    <details class="ended">
      <summary>{t.ended(invites.length)}</summary>
      <ul>
        {invites.map((invite) => (
          <li key={invite.id}>
            <b>{invite.label}</b>, {opensWhat(invite, conference)}:{" "}
            {invite.revoked || invite.expiresAt === null || here === undefined
              ? t.revoked
              : t.expired(common().time.shortDay(wallAt(invite.expiresAt, here)))}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Revoke({
  desk,
  invite,
  onDone,
}: {
  readonly desk: Desk;
  readonly invite: InviteView;
  readonly onDone: () => void;
}): JSX.Element {
  const t = words().revoke;
  const acting = useActing();
  const revoke = (): Promise<void> =>
    acting.run(async () => {
      await desk.change("revokeInvite", { inviteId: invite.id });
      if (desk.fresh.peek()?.invite.id === invite.id) desk.fresh.value = null;
      onDone();
    });
  return (
    <Confirm
      title={t.title(invite.label)}
      safe={t.keep}
      act={t.act}
      busy={acting.busy.value}
      onAct={() => void revoke()}
      onClose={onDone}
    >
      <p>
        {t.link} {t.people(invite.inUse)}
      </p>
      <p>{t.final}</p>
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
    </Confirm>
  );
}
