import type { ComponentChildren, JSX } from "preact";
import { all, groupsOf, peopleOf, poolsOf, roomsOf } from "../../../shared/plan/look.ts";
import { common } from "../../i18n/common.ts";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import type { FormRequest } from "../contract.ts";
import { shownDay } from "../days.ts";
import { ReleaseKey } from "../bar.tsx";
import { narrow } from "../narrow.ts";
import { RulerChoice } from "../ruler.tsx";
import { Redo } from "../undokeys.tsx";
import { words as pageWords } from "../words.ts";
import type { FormProps } from "./frame.tsx";
import { words } from "./words.ts";

/** Everything that has no key of its own on the page: the things of the plan, copies, files, what was done. */
export function More({ board, onDone }: FormProps): JSX.Element | null {
  const t = words().more;
  const { add } = pageWords();
  const conference = board.conference.value;
  if (conference === null) return null;
  const plan = board.plan.value;
  const forAll = board.view.value?.conferenceId === null;
  const venues = all(plan.venues).filter(({ conferenceId }) => conferenceId === conference.id);
  const remote = groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  const opens = (request: FormRequest) => () => {
    board.form.value = request;
  };
  return (
    <>
      {narrow.value && (
        <>
          <p class="keys">
            <Key onPress={opens({ kind: "session", id: null, at: null })}>{add.session}</Key>
            <ReleaseKey board={board} />
            <Redo board={board} />
            <Key
              onPress={() => {
                board.filter.open.value = true;
                onDone();
              }}
            >
              {pageWords().search.placeholder}
            </Key>
          </p>
          <p>
            <RulerChoice board={board} />
          </p>
        </>
      )}
      <div class="plan-things">
        <Things
          board={board}
          title={t.rooms}
          things={roomsOf(plan, conference.id)}
          form={(id) => ({ kind: "room", id })}
          none=""
        >
          <Key onPress={opens({ kind: "room", id: null })}>{add.room}</Key>
        </Things>
        <Things board={board} title={t.venues} things={venues} form={(id) => ({ kind: "venue", id })} />
        <Things
          board={board}
          title={t.groups}
          things={remote}
          form={(id) => ({ kind: "group", id })}
          none={t.groupsAre}
        >
          <Key onPress={opens({ kind: "group", id: null })}>{add.group}</Key>
        </Things>
        <Things
          board={board}
          title={t.people}
          things={peopleOf(plan, conference.id)}
          form={(id) => ({ kind: "person", id })}
          none={t.peopleAre}
        >
          <Key onPress={opens({ kind: "person", id: null })}>{t.addPerson}</Key>
        </Things>
        <Things
          board={board}
          title={t.pools}
          things={poolsOf(plan, conference.id)}
          form={(id) => ({ kind: "pool", id })}
          none={t.poolsAre}
        >
          <Key onPress={opens({ kind: "pool", id: null })}>{t.addPool}</Key>
        </Things>
      </div>
      <h3>{t.whole}</h3>
      <p class="keys">
        <Key onPress={opens({ kind: "conference", id: conference.id })}>{t.conference}</Key>
        <Key onPress={opens({ kind: "duplicate-day", day: shownDay(board) })}>{t.copyDay}</Key>
        {forAll && (
          <>
            <Key onPress={opens({ kind: "duplicate-conference", id: conference.id })}>{t.copyConference}</Key>
            <Key onPress={opens({ kind: "conference", id: null })}>{t.newConference}</Key>
          </>
        )}
        <Key onPress={opens({ kind: "paste" })}>{add.paste}</Key>
        <Key onPress={opens({ kind: "file" })}>{t.file}</Key>
        <Key onPress={opens({ kind: "journal" })}>{t.journal}</Key>
        <Key onPress={opens({ kind: "zone-data" })}>{t.zoneData}</Key>
        <Key onPress={opens({ kind: "keys" })}>{t.keys}</Key>
      </p>
      <p class="keys">
        <Key look="main" onPress={onDone}>
          {common().close}
        </Key>
      </p>
    </>
  );
}

interface ThingsProps<Id extends string> {
  readonly board: OpenBoard;
  readonly title: string;
  readonly things: readonly { readonly id: Id; readonly name: string }[];
  readonly form: (id: Id) => FormRequest;
  /** What belongs here, while there is nothing. */
  readonly none?: string;
  readonly children?: ComponentChildren;
}

function Things<Id extends string>({
  board,
  title,
  things,
  form,
  none,
  children,
}: ThingsProps<Id>): JSX.Element | null {
  if (things.length === 0 && none === undefined) return null;
  return (
    <section>
      <h3>{title}</h3>
      {things.length === 0 && <p class="quiet">{none}</p>}
      <ul>
        {things.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              onClick={() => {
                board.form.value = form(id);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
