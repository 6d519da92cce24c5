import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { ConferenceId } from "../../shared/ids.ts";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { pathTo } from "../session/pass.ts";
import { Key, LinkKey } from "../ui/key.tsx";
import { daysUntil, wallAt } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { useActing } from "../ui/acting.ts";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}

/** The conference's name and days, and the way to another one. */
export function ConferenceBar({ desk, conference }: Props): JSX.Element {
  const t = words();
  const naming = useSignal<"fresh" | "rename" | null>(null);
  const all = desk.plan.value?.conferences ?? [];
  const pass = desk.connection.welcome.value?.pass;
  const close = (): void => {
    naming.value = null;
  };
  return (
    <div class="bar">
      <h1>{conference.name}</h1>
      <Days desk={desk} conference={conference} />
      <div class="keys end">
        {all.length > 1 && (
          <label class="language">
            <span>{t.conference.which}</span>
            <select
              value={conference.id}
              onChange={(event) => {
                desk.chosen.value = event.currentTarget.value as ConferenceId;
                desk.fresh.value = null;
              }}
            >
              {all.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {pass !== undefined && <LinkKey href={pathTo("planner", pass.id)}>{t.conference.plan}</LinkKey>}
        <Key
          onPress={() => {
            naming.value = "rename";
          }}
        >
          {t.conference.rename}
        </Key>
        <Key
          onPress={() => {
            naming.value = "fresh";
          }}
        >
          {t.conference.fresh}
        </Key>
      </div>
      {naming.value === "fresh" && (
        <Dialog title={t.conference.fresh} onClose={close}>
          <NameForm desk={desk} onDone={close} onCancel={close} />
        </Dialog>
      )}
      {naming.value === "rename" && (
        <Dialog title={t.conference.renameTitle(conference.name)} onClose={close}>
          <NameForm desk={desk} conference={conference} onDone={close} onCancel={close} />
        </Dialog>
      )}
    </div>
  );
}

/** "10 January 2020 to 12 January 2020, begins in 25 days", in the hosts' own days. */
function Days({ desk, conference }: Props): JSX.Element | null {
  const t = words();
  const sessions = [...conference.sessions].sort((a, b) => a.startsAt - b.startsAt);
  const first = sessions[0];
  const last = sessions[sessions.length - 1];
  if (first === undefined || last === undefined) return null;
  const { date } = common().time;
  const span = t.conference.span(wallAt(first.startsAt, first.clock), wallAt(last.startsAt, last.clock), date);
  const days = daysUntil(first.startsAt, desk.time.value, first.clock);
  return <span>{days < 0 || first.phase !== "waiting" ? span : `${span}, ${t.conference.begins(days)}`}</span>;
}

interface NameFormProps {
  readonly desk: Desk;
  /** Given: another name for it; else a new conference. */
  readonly conference?: ConferenceView;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

export function NameForm({ desk, conference, onDone, onCancel }: NameFormProps): JSX.Element {
  const t = words();
  const name = useSignal(conference?.name ?? "");
  const acting = useActing();
  const submit = (): Promise<void> =>
    acting.run(async () => {
      if (conference === undefined) {
        const { id } = await desk.edit("createConference", { name: name.peek() });
        desk.chosen.value = id;
        desk.fresh.value = null;
      } else {
        await desk.edit("updateConference", { conferenceId: conference.id, set: { name: name.peek() } });
      }
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t.conference.name} hint={t.conference.nameHint}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={120}
            autocomplete="off"
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {conference === undefined ? t.conference.create : common().save}
        </Key>
        {onCancel !== undefined && <Key onPress={onCancel}>{common().cancel}</Key>}
      </p>
    </form>
  );
}
