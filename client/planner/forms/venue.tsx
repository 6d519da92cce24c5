import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import type { VenueId } from "../../../shared/ids.ts";
import { linkNeed } from "../../../shared/plan/needs.ts";
import { at } from "../../../shared/record.ts";
import { changed, FormFrame, useForm } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { asInput } from "./input.ts";
import { NameField } from "./namefield.tsx";
import { numberOf, NumberField } from "./numberfield.tsx";
import { words } from "./words.ts";

/** A building and the one line that its rooms share. */
export function VenueForm({ board, onDone, id }: FormProps & { readonly id: VenueId }): JSX.Element | null {
  const t = words().venue;
  // As it was when the form was opened: only what is changed here is sent.
  const before = useMemo(() => at(board.plan.value.venues, id), [id]);
  const name = useSignal(before?.name ?? "");
  const up = useSignal(String(before?.uplink.up ?? ""));
  const down = useSignal(String(before?.uplink.down ?? ""));
  const acting = useForm(board);
  if (before === undefined) return null;
  const submit = (): void => {
    const fields = { name: name.peek().trim(), uplink: { up: numberOf(up.peek()), down: numberOf(down.peek()) } };
    const set = changed({ name: before.name, uplink: before.uplink }, fields);
    void acting.run(async () => {
      if (Object.keys(set).length > 0) await acting.edit("updateVenue", asInput({ venueId: before.id, set }));
      onDone();
    });
  };
  return (
    <FormFrame
      board={board}
      acting={acting}
      onSubmit={submit}
      onDone={onDone}
      removal={{ name: before.name, text: t.removeText, act: () => acting.edit("removeVenue", { venueId: before.id }) }}
    >
      <NameField label={t.name} value={name.value} max={80} onChange={(text) => (name.value = text)} />
      <div class="pairs">
        <NumberField
          label={t.up}
          value={up.value}
          min={0.1}
          max={100_000}
          step="any"
          optional
          onChange={(text) => (up.value = text)}
        />
        <NumberField
          label={t.down}
          value={down.value}
          min={0.1}
          max={100_000}
          step="any"
          optional
          onChange={(text) => (down.value = text)}
        />
      </div>
      <p class="quiet">{t.how(linkNeed.up, linkNeed.down)}</p>
    </FormFrame>
  );
}
