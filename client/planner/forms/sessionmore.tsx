import type { JSX } from "preact";
import type { SessionId } from "../../../shared/ids.ts";
import { peopleOf, sessionsOf } from "../../../shared/plan/look.ts";
import { Field } from "../../ui/field.tsx";
import type { OpenBoard } from "../board.ts";
import { typed } from "./frame.tsx";
import { NumberField } from "./numberfield.tsx";
import type { SessionDraft } from "./sessiondraft.ts";
import { words } from "./words.ts";

interface MoreProps {
  readonly board: OpenBoard;
  readonly id: SessionId | null;
  readonly draft: SessionDraft;
  readonly onEdit: (change: Partial<SessionDraft>) => void;
}

/** What most sessions need not say: folded until it is wanted, open where something is said. */
export function SessionMore({ board, id, draft, onEdit }: MoreProps): JSX.Element | null {
  const t = words().session;
  const conference = board.conference.value;
  if (conference === null) return null;
  const plan = board.plan.value;
  const people = peopleOf(plan, conference.id);
  const others = sessionsOf(plan, conference.id).filter((each) => each.id !== id && each.state !== "cancelled");
  const { range } = draft;
  const editRange = (change: Partial<SessionDraft["range"]>): void => onEdit({ range: { ...range, ...change } });
  return (
    <details class="more">
      <summary>{t.more}</summary>
      <div class="trio even">
        <NumberField
          label={t.overrun}
          value={draft.overrun}
          min={0}
          max={240}
          onChange={(overrun) => onEdit({ overrun })}
        />
        <Field label={t.priority}>
          {(control) => (
            <select
              {...control}
              value={String(draft.priority)}
              onChange={(event) => onEdit({ priority: Number(event.currentTarget.value) })}
            >
              {([1, 2, 3] as const).map((each) => (
                <option key={each} value={String(each)}>
                  {t.priorities[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.languages} hint={t.languagesHint}>
          {(control) => (
            <input
              {...control}
              autocomplete="off"
              spellcheck={false}
              maxLength={200}
              {...typed({ value: draft.languages, onChange: (languages) => onEdit({ languages }) })}
            />
          )}
        </Field>
      </div>
      <Ticks
        legend={t.people}
        none={t.noPeople}
        things={people.map((person) => ({ id: person.id, name: person.name }))}
        chosen={draft.personIds}
        onChange={(personIds) => onEdit({ personIds })}
      />
      <Ticks
        legend={t.after}
        none={t.noOthers}
        things={others.map((session) => ({ id: session.id, name: session.title }))}
        chosen={draft.after}
        onChange={(after) => onEdit({ after })}
      />
      <fieldset>
        <legend>{t.range}</legend>
        <p class="quiet">{t.rangeHint}</p>
        <div class="four">
          <Field label={t.firstDay}>
            {(control) => (
              <input
                {...control}
                type="date"
                {...typed({ value: range.firstDay, onChange: (firstDay) => editRange({ firstDay }) })}
              />
            )}
          </Field>
          <Field label={t.lastDay}>
            {(control) => (
              <input
                {...control}
                type="date"
                {...typed({ value: range.lastDay, onChange: (lastDay) => editRange({ lastDay }) })}
              />
            )}
          </Field>
          <Field label={t.earliest}>
            {(control) => (
              <input
                {...control}
                type="time"
                {...typed({ value: range.earliest, onChange: (earliest) => editRange({ earliest }) })}
              />
            )}
          </Field>
          <Field label={t.latest}>
            {(control) => (
              <input
                {...control}
                type="time"
                {...typed({ value: range.latest, onChange: (latest) => editRange({ latest }) })}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </details>
  );
}

interface TicksProps<Id extends string> {
  readonly legend: string;
  readonly none: string;
  readonly things: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Any number of a list. */
function Ticks<Id extends string>({ legend, none, things, chosen, onChange }: TicksProps<Id>): JSX.Element {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {things.length === 0 ? (
        <p class="quiet">{none}</p>
      ) : (
        <div class="ticks">
          {things.map(({ id, name }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
              />
              {name}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
