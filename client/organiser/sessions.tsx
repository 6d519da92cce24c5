import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ConferenceView, SessionView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Confirm, Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { offsetAt, timeOfDay, utcOffset, wallAt } from "../ui/time.ts";
import { Timetable } from "../ui/timetable.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { DraftNote } from "./draftNote.tsx";
import { SessionForm } from "./sessionForm.tsx";
import { words } from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}

export function Sessions({ desk, conference }: Props): JSX.Element {
  const t = words().sessions;
  const open = useSignal<SessionView | "fresh" | null>(null);
  const cancelling = useSignal<SessionView | null>(null);
  const close = (): void => {
    open.value = null;
    cancelling.value = null;
  };
  const edited = open.value;
  return (
    <section aria-labelledby="sessions">
      <div class="over-table">
        <h2 id="sessions">{t.title}</h2>
        <Key
          onPress={() => {
            open.value = "fresh";
          }}
        >
          {t.add}
        </Key>
      </div>
      <DraftNote desk={desk} conference={conference} />
      {conference.sessions.length === 0 ? (
        <p class="nothing">{t.none}</p>
      ) : (
        <Timetable
          labelledBy="sessions"
          columns={[
            { key: "title", title: t.columns.title },
            { key: "when", title: t.columns.when },
            { key: "rooms", title: t.columns.rooms, class: "opt" },
            { key: "state", title: t.columns.state, class: "opt" },
            { key: "act", title: t.columns.acts, unseen: true },
          ]}
        >
          {conference.sessions.map((session) => (
            <tr key={session.occurrenceId}>
              <th scope="row">{session.title}</th>
              <td>
                <When session={session} />
              </td>
              <td class="opt">
                <Linked session={session} conference={conference} />
              </td>
              <td class="opt">
                <Plate look={session.phase === "live" ? "next" : "said"}>{t.phases[session.phase]}</Plate>
              </td>
              <td class="act">
                {session.phase === "waiting" && (
                  <span class="keys">
                    <Key
                      onPress={() => {
                        open.value = session;
                      }}
                    >
                      {t.edit}
                      <span class="sr"> {session.title}</span>
                    </Key>
                    <Key
                      onPress={() => {
                        cancelling.value = session;
                      }}
                    >
                      {t.cancel}
                      <span class="sr"> {session.title}</span>
                    </Key>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </Timetable>
      )}
      {edited !== null && (
        <Dialog
          title={edited === "fresh" ? words().session.addTitle : words().session.editTitle(edited.title)}
          onClose={close}
          class="broad"
        >
          <SessionForm
            desk={desk}
            conference={conference}
            {...(edited === "fresh" ? {} : { session: edited })}
            onDone={close}
            onCancel={close}
          />
        </Dialog>
      )}
      {cancelling.value !== null && <CancelSession desk={desk} session={cancelling.value} onDone={close} />}
    </section>
  );
}

/** In the time of the place that it was set in. */
function When({ session: { startsAt, endsAt, clock } }: { readonly session: SessionView }): JSX.Element {
  return (
    <>
      {common().time.shortDay(wallAt(startsAt, clock))},{" "}
      <span class="time">
        {timeOfDay(startsAt, clock)}–{timeOfDay(endsAt, clock)}
      </span>{" "}
      <span class="nowrap">
        {clock.city}, {utcOffset(offsetAt(clock, startsAt))}
      </span>
    </>
  );
}

function Linked({
  session,
  conference,
}: {
  readonly session: SessionView;
  readonly conference: ConferenceView;
}): JSX.Element {
  const t = words().sessions;
  const name = (id: string): string[] => conference.rooms.filter((room) => room.id === id).map((room) => room.name);
  const host = session.hostRoomId === null ? [] : name(session.hostRoomId).map((room) => t.host(room));
  const others = session.roomIds.filter((id) => id !== session.hostRoomId).flatMap(name);
  const all = [...host, ...others];
  return <>{all.length === 0 ? t.remoteOnly : all.join(", ")}</>;
}

function CancelSession({
  desk,
  session,
  onDone,
}: {
  readonly desk: Desk;
  readonly session: SessionView;
  readonly onDone: () => void;
}): JSX.Element {
  const t = words().cancelSession;
  const acting = useActing();
  const cancel = (): Promise<void> =>
    acting.run(async () => {
      await desk.edit("updateSession", { sessionId: session.id, set: { state: "cancelled" } });
      onDone();
    });
  return (
    <Confirm
      title={t.title(session.title)}
      safe={t.keep}
      act={t.act}
      busy={acting.busy.value}
      onAct={() => void cancel()}
      onClose={onDone}
    >
      <p>{t.text}</p>
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
    </Confirm>
  );
}
