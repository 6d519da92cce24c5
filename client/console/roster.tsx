import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { PassId } from "../../shared/ids.ts";
import type { PresentPerson } from "../../shared/protocol/views.ts";
import { entryOf } from "../../shared/stage/places.ts";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";

/** Everybody present, by name; participants never see this list. */
export function Roster(): JSX.Element {
  const { joined } = useConsole();
  const { names, t } = useLive();
  const unfolded = useSignal(true);
  const list = useId();
  const heading = useId();
  const people = onceEach(joined.people.value).sort((a, b) =>
    names.person(a.passId).localeCompare(names.person(b.passId)),
  );
  return (
    <section class="roster" aria-labelledby={heading}>
      <h2 id={heading}>
        <button
          type="button"
          class="over"
          aria-expanded={unfolded.value}
          aria-controls={list}
          onClick={() => (unfolded.value = !unfolded.value)}
        >
          {t.remote.roster}, {people.length}
          <svg class="fold" viewBox="0 0 12 12" aria-hidden="true">
            <path d={unfolded.value ? "M2 8l4-4 4 4" : "M2 4l4 4 4-4"} />
          </svg>
        </button>
      </h2>
      <ul id={list} hidden={!unfolded.value}>
        {people.map((person) => (
          <li key={person.passId}>
            <Present person={person} />
          </li>
        ))}
        {people.length === 0 && <li class="quiet">{t.remote.none}</li>}
      </ul>
    </section>
  );
}

/** One row a person, however many pages they have open: the one that is here, a participant's first. */
function onceEach(people: readonly PresentPerson[]): PresentPerson[] {
  const rank = (person: PresentPerson): number =>
    (person.state === "here" ? 0 : 2) + (person.page === "participant" ? 0 : 1);
  const first = new Map<PassId, PresentPerson>();
  for (const person of people.toSorted((a, b) => rank(a) - rank(b))) {
    if (!first.has(person.passId)) first.set(person.passId, person);
  }
  return [...first.values()];
}

function Present({ person }: { readonly person: PresentPerson }): JSX.Element {
  const { acts, asking } = useConsole();
  const { stage, pass, rights, names, t, command } = useLive();
  const { passId } = person;
  const name = names.person(passId);
  const mine = passId === pass.id;
  const isKnown = stage.people[passId] !== undefined;
  const place = names.placeOf(passId);
  const said = [
    place,
    t.remote.pages[person.page],
    mine ? t.remote.you : "",
    person.state === "away" ? t.remote.away : "",
  ];
  // Who waits or speaks has the keys at that place: no name stands on two keys that do the same.
  const hasPlace = entryOf(stage, passId) !== undefined;
  return (
    <>
      <span class="who">
        <b>{name}</b> <small class="fine">{said.filter(Boolean).join(", ")}</small>
      </span>
      {!mine && isKnown && (
        <span class="keys">
          {person.page === "participant" && !hasPlace && (
            <Key
              busy={acts.isBusy(`call ${passId}`)}
              disabled={rights.live !== null || person.state === "away"}
              {...(rights.live === null ? {} : { why: rights.live })}
              onPress={() => command("callPerson", { passId }, `call ${passId}`)}
            >
              <span class="cut">{t.remote.call(name)}</span>
            </Key>
          )}
          <Key
            disabled={rights.desk !== null}
            {...(rights.desk === null ? {} : { why: rights.desk })}
            onPress={() => (asking.value = { about: "remove", passId })}
          >
            <span class="cut">{t.remote.remove(name)}</span>
          </Key>
        </span>
      )}
    </>
  );
}
