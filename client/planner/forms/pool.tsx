import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { PoolId, VenueId } from "../../../shared/ids.ts";
import { all } from "../../../shared/plan/look.ts";
import type { Pool } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import { Field } from "../../ui/field.tsx";
import { changed, FormFrame, typed, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { asInput } from "./input.ts";
import { NameField } from "./namefield.tsx";
import { NumberField } from "./numberfield.tsx";
import { Reuse } from "./reuse.tsx";
import { words } from "./words.ts";

/** Interpreters of a pair of languages, or operators of a venue, of whom it does not matter who comes. */
export function PoolForm({ board, onDone, id }: FormProps & { readonly id: PoolId | null }): JSX.Element | null {
  const t = words().pool;
  const conference = board.conference.value;
  const plan = board.plan.value;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => (id === null ? undefined : at(plan.pools, id)), [id]);
  const venues = all(plan.venues).filter((each) => each.conferenceId === conference?.id);
  const pair = before?.serves.kind === "languages" ? before.serves.pair : ["en", "es"];
  const kind = useSignal<Pool["serves"]["kind"]>(before?.serves.kind ?? "languages");
  const name = useSignal<string | null>(before?.name ?? null);
  const one = useSignal(pair[0] ?? "");
  const other = useSignal(pair[1] ?? "");
  const venueId = useSignal<VenueId | "">(
    before?.serves.kind === "venue" ? before.serves.venueId : (venues[0]?.id ?? ""),
  );
  const size = useSignal(String(before?.size ?? 2));
  const longest = useSignal(String(before?.longestStretch ?? 60));
  const rest = useSignal(String(before?.rest ?? 15));
  const acting = useForm(board);
  if (conference === null || (id !== null && before === undefined)) return null;
  const lacksVenue = kind.value === "venue" && venueId.value === "";
  const suggested =
    kind.value === "languages"
      ? t.interpreters(one.value, other.value)
      : t.operators(venues.find((venue) => venue.id === venueId.value)?.name ?? "");

  const submit = (): void => {
    const serves: Pool["serves"] =
      kind.peek() === "languages"
        ? { kind: "languages", pair: [one.peek().trim().toLowerCase(), other.peek().trim().toLowerCase()] }
        : { kind: "venue", venueId: venueId.peek() as VenueId };
    const fields = {
      name: (name.peek() ?? suggested).trim(),
      serves,
      size: Number(size.peek()),
      longestStretch: Number(longest.peek()),
      rest: Number(rest.peek()),
    };
    void acting.run(async () => {
      if (before === undefined) await acting.edit("createPool", asInput({ conferenceId: conference.id, ...fields }));
      else {
        const set = changed({ ...before }, fields);
        if (Object.keys(set).length > 0) await acting.edit("updatePool", asInput({ poolId: before.id, set }));
      }
      onDone();
    });
  };

  return (
    <>
      {before === undefined && <Reuse board={board} kind="pools" things={all(plan.pools)} onDone={onDone} />}
      <FormFrame
        board={board}
        acting={acting}
        onSubmit={submit}
        onDone={onDone}
        disabled={lacksVenue}
        removal={
          before !== undefined && {
            name: before.name,
            text: t.removeText,
            act: () => acting.edit("removePool", { poolId: before.id }),
          }
        }
      >
        <fieldset class="fares">
          <legend>{t.kind}</legend>
          {(["languages", "venue"] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="serves"
                checked={kind.value === each}
                onChange={() => {
                  kind.value = each;
                }}
              />
              <span>{t.kinds[each]}</span>
            </label>
          ))}
        </fieldset>
        {kind.value === "languages" ? (
          <div class="pairs">
            {[one, other].map((tag, index) => (
              <Field key={index} label={index === 0 ? t.one : t.other} hint={t.languageHint}>
                {(control) => (
                  <input
                    {...control}
                    required
                    maxLength={20}
                    pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
                    autocomplete="off"
                    spellcheck={false}
                    {...typed({ value: tag.value, onChange: (text) => (tag.value = text) })}
                  />
                )}
              </Field>
            ))}
          </div>
        ) : (
          <Field label={t.venue} wrong={lacksVenue ? t.noVenue : undefined}>
            {(control) => (
              <select
                {...control}
                value={venueId.value}
                onChange={(event) => {
                  venueId.value = event.currentTarget.value as VenueId;
                }}
              >
                {venues.map((venue) => (
                  <option key={venue.id} value={venue.id}>
                    {venue.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <NameField label={t.name} value={name.value ?? suggested} max={60} onChange={(text) => (name.value = text)} />
        <div class="trio even">
          <NumberField label={t.size} value={size.value} min={0} max={1000} onChange={(text) => (size.value = text)} />
          <NumberField
            label={t.longest}
            value={longest.value}
            min={5}
            max={1440}
            onChange={(text) => (longest.value = text)}
          />
          <NumberField label={t.rest} value={rest.value} min={0} max={480} onChange={(text) => (rest.value = text)} />
        </div>
        <p class="quiet">{t.how}</p>
      </FormFrame>
    </>
  );
}
