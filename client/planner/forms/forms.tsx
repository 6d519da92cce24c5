import type { JSX } from "preact";
import { at } from "../../../shared/record.ts";
import { Dialog } from "../../ui/dialog.tsx";
import type { OpenBoard } from "../board.ts";
import type { FormRequest } from "../contract.ts";
import { ConferenceForm } from "./conference.tsx";
import { CopyConference, CopyDay, CopySession } from "./copies.tsx";
import { FileForm } from "./file.tsx";
import { GroupForm } from "./group.tsx";
import { Journal } from "./journal.tsx";
import { KeysSheet } from "./keyssheet.tsx";
import { LeavingContext, useLeaving } from "./leaving.ts";
import { More } from "./more.tsx";
import { PasteForm } from "./paste.tsx";
import { PersonForm } from "./person.tsx";
import { PoolForm } from "./pool.tsx";
import { ReleaseForm } from "./release.tsx";
import { RoomForm } from "./room.tsx";
import { SessionForm } from "./session.tsx";
import { VenueForm } from "./venue.tsx";
import { words } from "./words.ts";
import { ZoneDataForm } from "./zonedata.tsx";

interface AskedProps {
  readonly board: OpenBoard;
  readonly request: FormRequest;
}

/** The dialog that was asked for. */
export function Forms({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  const request = board.form.value;
  return request === null ? null : <FormDialog key={JSON.stringify(request)} board={board} request={request} />;
}

function FormDialog({ board, request }: AskedProps): JSX.Element {
  const { leaving, staysOpen } = useLeaving();
  const close = (): void => {
    // Unless the form has led to another one.
    if (board.form.peek() === request) board.form.value = null;
    board.refused.value = null;
  };
  return (
    <Dialog title={titleOf(board, request)} onClose={close} staysOpen={staysOpen} class={widthOf(request)}>
      <LeavingContext.Provider value={leaving}>
        <Form board={board} request={request} onDone={close} />
      </LeavingContext.Provider>
    </Dialog>
  );
}

function Form({ board, request, onDone }: AskedProps & { readonly onDone: () => void }): JSX.Element {
  const both = { board, onDone };
  switch (request.kind) {
    case "conference":
      return <ConferenceForm {...both} id={request.id} />;
    case "venue":
      return <VenueForm {...both} id={request.id} />;
    case "room":
      return <RoomForm {...both} id={request.id} />;
    case "group":
      return <GroupForm {...both} id={request.id} />;
    case "person":
      return <PersonForm {...both} id={request.id} />;
    case "pool":
      return <PoolForm {...both} id={request.id} />;
    case "session":
      return <SessionForm {...both} id={request.id} at={request.at} />;
    case "duplicate-session":
      return <CopySession {...both} id={request.id} />;
    case "duplicate-day":
      return <CopyDay {...both} day={request.day} />;
    case "duplicate-conference":
      return <CopyConference {...both} id={request.id} />;
    case "paste":
      return <PasteForm {...both} />;
    case "file":
      return <FileForm {...both} />;
    case "release":
      return <ReleaseForm {...both} />;
    case "zone-data":
      return <ZoneDataForm {...both} />;
    case "journal":
      return <Journal {...both} />;
    case "more":
      return <More {...both} />;
    case "keys":
      return <KeysSheet onDone={onDone} />;
  }
}

const narrow: readonly FormRequest["kind"][] = ["duplicate-session", "duplicate-day", "duplicate-conference", "venue"];
const widthOf = ({ kind }: FormRequest): string => (narrow.includes(kind) ? "" : "broad");

function titleOf(board: OpenBoard, request: FormRequest): string {
  const t = words().titles;
  const plan = board.plan.peek();
  const named = (fresh: string, name: string | undefined): string => (name === undefined ? fresh : t.edit(name));
  switch (request.kind) {
    case "conference":
      return named(t.conference, at(plan.conferences, request.id ?? "")?.name);
    case "venue":
      return t.edit(at(plan.venues, request.id)?.name ?? "");
    case "room":
      return named(t.room, at(plan.rooms, request.id ?? "")?.name);
    case "group":
      return named(t.group, at(plan.groups, request.id ?? "")?.name);
    case "person":
      return named(t.person, at(plan.people, request.id ?? "")?.name);
    case "pool":
      return named(t.pool, at(plan.pools, request.id ?? "")?.name);
    case "session":
      return named(t.session, at(plan.sessions, request.id ?? "")?.title);
    case "duplicate-session":
      return t.copy(at(plan.sessions, request.id)?.title ?? "");
    case "duplicate-day":
      return t.copyDay;
    case "duplicate-conference":
      return t.copy(at(plan.conferences, request.id)?.name ?? "");
    case "paste":
    case "file":
    case "release":
    case "zone-data":
    case "journal":
    case "more":
    case "keys":
      return t[request.kind];
  }
}
