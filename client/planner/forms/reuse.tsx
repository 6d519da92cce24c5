import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Group, Person, Pool } from "../../../shared/plan/model.ts";
import { useActing } from "../../ui/acting.ts";
import { Field } from "../../ui/field.tsx";
import { Key } from "../../ui/key.tsx";
import { FormError } from "./frame.tsx";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

type Thing = Group | Person | Pool;

interface ReuseProps extends FormProps {
  readonly kind: "groups" | "people" | "pools";
  readonly things: readonly Thing[];
}

/** Groups, people and pools belong to the installation: one that another conference has can be used here too. */
export function Reuse({ board, kind, things, onDone }: ReuseProps): JSX.Element | null {
  const t = words().reuse;
  const chosen = useSignal<string>("");
  const acting = useActing();
  const conference = board.conference.value;
  const elsewhere =
    conference === null ? [] : things.filter(({ conferenceIds }) => !conferenceIds.includes(conference.id));
  if (conference === null || elsewhere.length === 0) return null;
  const use = (): void => {
    const thing = elsewhere.find(({ id }) => id === chosen.peek()) ?? elsewhere[0];
    if (thing === undefined) return;
    void acting.run(async () => {
      await board.edit("useInConference", { conferenceId: conference.id, kind, id: thing.id, use: true });
      onDone();
    });
  };
  return (
    <div class="reuse">
      <Field label={t.label}>
        {(control) => (
          <select
            {...control}
            value={chosen.value || elsewhere[0]?.id}
            onChange={(event) => {
              chosen.value = event.currentTarget.value;
            }}
          >
            {elsewhere.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Key busy={acting.busy.value} onPress={use}>
        {t.use}
      </Key>
      <FormError board={board} error={acting.error.value} />
    </div>
  );
}
