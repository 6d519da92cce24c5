import type { JSX } from "preact";
import type { GroupId, RoomId } from "../../shared/ids.ts";
import { groupsOf, roomsOf } from "../../shared/plan/look.ts";
import type { SessionState } from "../../shared/plan/model.ts";
import { Key } from "../ui/key.tsx";
import { Plate } from "../ui/plate.tsx";
import { DraftPlate, MoreKey } from "./bar.tsx";
import type { OpenBoard } from "./board.ts";
import type { FormRequest } from "./contract.ts";
import { narrow } from "./narrow.ts";
import { SuggestKey } from "./suggest/key.tsx";
import { Undo } from "./undokeys.tsx";
import { words } from "./words.ts";

interface Props {
  readonly board: OpenBoard;
}

/** The row under the bar: what is looked for, and what can be done. On a phone most of it stands behind "More…". */
export function Tools({ board }: Props): JSX.Element {
  const isNarrow = narrow.value;
  const finding = !isNarrow || board.filter.open.value || board.shown.value !== null;
  return (
    <div class="tools">
      {finding && (
        <div role="search" class="finding">
          <Finding board={board} />
        </div>
      )}
      {isNarrow && (
        // A row of its own: the keys take the next one.
        <p class="how">
          <DraftPlate board={board} />
        </p>
      )}
      <Look board={board} />
      <div class="keys tool-keys">
        {board.where.value.view !== "session" && <Undo board={board} />}
        <Adding board={board} />
        <SuggestKey board={board} />
      </div>
      <Left board={board} />
    </div>
  );
}

/** How many sessions the search has left, and the way back to all. */
function Left({ board }: Props): JSX.Element {
  const t = words().search;
  const { filter } = board;
  const shown = board.shown.value;
  return (
    <p class="left" role="status">
      {shown !== null && (
        <>
          {shown.size === 0 ? t.none : words().note.shown(shown.size, sessionsIn(board))}{" "}
          <button type="button" class="link" onClick={() => filter.clear()}>
            {t.clear}
          </button>
        </>
      )}
    </p>
  );
}

function Finding({ board }: Props): JSX.Element {
  const t = words().search;
  const { filter } = board;
  const plan = board.plan.value;
  const conference = board.conference.value;
  const rooms = conference === null ? [] : roomsOf(plan, conference.id);
  const groups = conference === null ? [] : groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  return (
    <>
      <label>
        <span class="sr">{t.label}</span>
        <input
          type="search"
          placeholder={t.placeholder}
          maxLength={120}
          value={filter.text.value}
          onInput={(event) => {
            filter.text.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        <span class="sr">{t.state}</span>
        <select
          value={filter.state.value ?? ""}
          onChange={(event) => {
            filter.state.value = (event.currentTarget.value || null) as SessionState | null;
          }}
        >
          <option value="">{t.anyState}</option>
          {(["idea", "tentative", "firm", "cancelled"] as const).map((state) => (
            <option key={state} value={state}>
              {words().states[state]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="sr">{t.place}</span>
        <select
          value={filter.place.value ?? ""}
          onChange={(event) => {
            filter.place.value = (event.currentTarget.value || null) as RoomId | GroupId | null;
          }}
        >
          <option value="">{t.anyPlace}</option>
          <optgroup label={t.rooms}>
            {rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t.groups}>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={filter.conflicts.value}
          onChange={(event) => {
            filter.conflicts.value = event.currentTarget.checked;
          }}
        />
        {t.conflicts}
      </label>
    </>
  );
}

function sessionsIn(board: OpenBoard): number {
  const id = board.conference.value?.id;
  return Object.values(board.plan.value.sessions).filter((session) => session?.conferenceId === id).length;
}

/** How many conflicts there are, and the way to them. Nothing while all is in order. */
function Look({ board }: Props): JSX.Element | null {
  const t = words().look;
  const all = board.conflicts.value;
  const errors = all.filter(({ weight }) => weight === "error").length;
  if (errors === 0) return null;
  const go = (): void => {
    if (board.where.peek().view === "table") board.go({ view: "overview" });
    requestAnimationFrame(() => {
      const panel = document.querySelector<HTMLElement>("#conflicts");
      panel?.scrollIntoView({ block: "start" });
      panel?.focus();
    });
  };
  return (
    <button type="button" class="look-count" title={t.show} onClick={go}>
      <Plate look="look">
        {t.word} <span aria-hidden="true">{errors}</span>
        <span class="sr">, {t.count(errors)}</span>
      </Plate>
    </button>
  );
}

/** The keys that add something. Nobody is asked for anything else until they are pressed. */
export function Adding({ board }: Props): JSX.Element {
  const t = words().add;
  const opens = (request: FormRequest) => () => {
    board.form.value = request;
  };
  return (
    <div class="adding" role="group" aria-label={t.label}>
      {!narrow.value && (
        <>
          <Key onPress={opens({ kind: "session", id: null, at: null })}>{t.session}</Key>
          <Key class="less" onPress={opens({ kind: "room", id: null })}>
            {t.room}
          </Key>
          <Key class="less" onPress={opens({ kind: "group", id: null })}>
            {t.group}
          </Key>
          <Key class="less least" onPress={opens({ kind: "paste" })}>
            {t.paste}
          </Key>
        </>
      )}
      <MoreKey board={board} />
    </div>
  );
}
