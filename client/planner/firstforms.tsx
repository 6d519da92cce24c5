import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { defaultRoomHours } from "../../shared/plan/bands.ts";
import type { Conference } from "../../shared/plan/model.ts";
import { useActing } from "../ui/acting.ts";
import { Field } from "../ui/field.tsx";
import { Key } from "../ui/key.tsx";
import type { OpenBoard } from "./board.ts";
import { readClock } from "./forms/clocktext.ts";
import { DayFields } from "./forms/conference.tsx";
import { FormError, typed } from "./forms/frame.tsx";
import { asInput } from "./forms/input.ts";
import { NameField } from "./forms/namefield.tsx";
import { NumberField } from "./forms/numberfield.tsx";
import { PlaceField, usePlace } from "./forms/placefield.tsx";
import { words as formWords } from "./forms/words.ts";
import { words } from "./words.ts";

// The forms of the first steps: no more than is needed to go on. Everything else can be said later.

export function FirstConference({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words().empty;
  const name = useSignal("");
  const firstDay = useSignal("");
  const lastDay = useSignal("");
  const acting = useActing();
  const submit = (): Promise<void> =>
    acting.run(async () => {
      const [first, last] = [firstDay.peek() || null, lastDay.peek() || firstDay.peek() || null];
      const { id } = await board.edit("createConference", { name: name.peek().trim(), firstDay: first, lastDay: last });
      board.chooseConference(id);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <NameField
        label={formWords().conference.name}
        value={name.value}
        max={120}
        onChange={(text) => (name.value = text)}
      />
      <DayFields
        first={firstDay.value}
        last={lastDay.value}
        onFirst={(day) => (firstDay.value = day)}
        onLast={(day) => (lastDay.value = day)}
      />
      <FormError board={board} error={acting.error.value} />
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {t.create}
        </Key>
      </p>
    </form>
  );
}

interface PlaceFormProps {
  readonly board: OpenBoard;
  readonly conference: Conference;
}

export function FirstRoom({ board, conference }: PlaceFormProps): JSX.Element {
  const t = words().empty;
  const place = usePlace(null);
  const opens = useSignal("08:00");
  const closes = useSignal("22:00");
  const acting = useActing();
  const submit = (): void => {
    const chosen = place.ask();
    const open = readClock(opens.peek(), closes.peek());
    if (chosen === null || open === null) return;
    const { city, zone } = chosen;
    const hours = { ...defaultRoomHours, week: defaultRoomHours.week.map((row) => ({ ...row, ...open })) };
    void acting.run(async () => {
      await board.edit("createRoom", asInput({ conferenceId: conference.id, name: city, city, zone, hours }));
      // While nobody has said whose time is meant where no room's is, it is the first room's.
      if (conference.zone === "Etc/UTC")
        await board.edit("updateConference", { conferenceId: conference.id, set: { city, zone } });
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PlaceField board={board} {...place.field} />
      <div class="pairs">
        <Field label={t.opens}>
          {(control) => (
            <input
              {...control}
              type="time"
              required
              {...typed({ value: opens.value, onChange: (text) => (opens.value = text) })}
            />
          )}
        </Field>
        <Field label={t.closes}>
          {(control) => (
            <input
              {...control}
              type="time"
              required
              {...typed({ value: closes.value, onChange: (text) => (closes.value = text) })}
            />
          )}
        </Field>
      </div>
      <FormError board={board} error={acting.error.value} />
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {t.addRoom(place.chosen?.city ?? "")}
        </Key>
      </p>
    </form>
  );
}

export function FirstGroup({ board, conference }: PlaceFormProps): JSX.Element {
  const t = words().empty;
  const group = formWords().group;
  const place = usePlace(null);
  /** Null: follows the city. */
  const name = useSignal<string | null>(null);
  const people = useSignal("10");
  const acting = useActing();
  const shown = name.value ?? place.chosen?.city ?? "";
  const submit = (): void => {
    const chosen = place.ask();
    if (chosen === null) return;
    const { city, zone } = chosen;
    const input = {
      conferenceId: conference.id,
      name: shown.trim() || city,
      city,
      zone,
      people: Number(people.peek()),
    };
    void acting.run(() => board.edit("createGroup", input));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PlaceField board={board} {...place.field} />
      <div class="pairs">
        <NameField label={group.name} value={shown} max={60} onChange={(text) => (name.value = text)} />
        <NumberField
          label={group.people}
          value={people.value}
          min={0}
          max={1_000_000}
          onChange={(text) => (people.value = text)}
        />
      </div>
      <FormError board={board} error={acting.error.value} />
      <p class="keys">
        <Key look="main" type="submit" busy={acting.busy.value}>
          {t.addGroup(shown)}
        </Key>
      </p>
    </form>
  );
}
