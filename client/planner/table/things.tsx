import type { ComponentChildren, JSX } from "preact";
import { groupsOf, peopleOf, poolsOf, roomsOf, sessionsOf } from "../../../shared/plan/look.ts";
import type { Conference, Pool } from "../../../shared/plan/model.ts";
import { at } from "../../../shared/record.ts";
import { common } from "../../i18n/common.ts";
import { Key } from "../../ui/key.tsx";
import type { Board, FormRequest } from "../contract.ts";
import { words } from "../reading/words.ts";
import { offsetIn } from "../times.ts";

interface Props {
  readonly board: Board;
  readonly conference: Conference;
}

/** Rooms, groups, people and pools as tables, so that each can be reached without the strips. */
export function Things({ board, conference }: Props): JSX.Element {
  const plan = board.plan.value;
  const t = words().things;
  const clock = (zone: string): string => offsetIn(board.zones.value, zone, board.time.peek());
  const rooms = roomsOf(plan, conference.id);
  const groups = groupsOf(plan, conference.id);
  const people = peopleOf(plan, conference.id);
  const pools = poolsOf(plan, conference.id);
  const sessions = sessionsOf(plan, conference.id);
  return (
    <div class="things">
      <List id="rooms" none={rooms.length === 0} columns={[t.place, t.venue, t.times]}>
        {rooms.map((room) => {
          const venue = at(plan.venues, room.venueId);
          return (
            <Thing key={room.id} board={board} name={room.name} form={{ kind: "room", id: room.id }}>
              <td>{t.at(room.city, clock(room.zone))}</td>
              <td>
                {venue !== undefined &&
                  (board.mayEdit.value ? (
                    <Key
                      look="plain"
                      onPress={() => {
                        board.form.value = { kind: "venue", id: venue.id };
                      }}
                    >
                      {venue.name}
                      <span class="sr">, {t.edit}</span>
                    </Key>
                  ) : (
                    venue.name
                  ))}
              </td>
              <td>{t.setUp(room.setUp, room.turnRound)}</td>
            </Thing>
          );
        })}
      </List>
      <List id="groups" none={groups.length === 0} columns={[t.place, t.people, t.split]}>
        {groups.map((group) => (
          <Thing key={group.id} board={board} name={group.name} form={{ kind: "group", id: group.id }}>
            <td>
              {t.at(group.city, clock(group.zone))}
              {group.roomId !== null && `, ${t.audience}`}
            </td>
            <td>{common().people(group.people)}</td>
            <td>{group.maySplit ? t.maySplit : t.together}</td>
          </Thing>
        ))}
      </List>
      <List id="people" none={people.length === 0} columns={[t.place, t.neededIn, t.elsewhere]}>
        {people.map((person) => (
          <Thing key={person.id} board={board} name={person.name} form={{ kind: "person", id: person.id }}>
            <td>{t.at(person.city, clock(person.zone))}</td>
            <td>{t.sessions(sessions.filter(({ personIds }) => personIds.includes(person.id)).length)}</td>
            <td>{person.places.map(({ city }) => city).join(", ")}</td>
          </Thing>
        ))}
      </List>
      <List id="pools" none={pools.length === 0} columns={[t.serves, t.size, t.rest]}>
        {pools.map((pool) => (
          <Thing key={pool.id} board={board} name={pool.name} form={{ kind: "pool", id: pool.id }}>
            <td>{serves(board, pool)}</td>
            <td>{common().people(pool.size)}</td>
            <td>{t.stretch(pool.longestStretch, pool.rest)}</td>
          </Thing>
        ))}
      </List>
    </div>
  );
}

type Which = "rooms" | "groups" | "people" | "pools";

function List(props: {
  readonly id: Which;
  readonly none: boolean;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { id, none, columns, children } = props;
  const t = words().things;
  const heading = `table-${id}`;
  return (
    <section>
      <h2 id={heading} tabIndex={-1}>
        {t.titles[id]}
      </h2>
      {none ? (
        <p class="nothing">{t.none[id]}</p>
      ) : (
        <div class="wrap" role="region" tabIndex={0} aria-labelledby={heading}>
          <table class="tt" aria-labelledby={heading}>
            <thead>
              <tr>
                {[t.name, ...columns].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span class="sr">{t.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Thing(props: {
  readonly board: Board;
  readonly name: string;
  readonly form: FormRequest;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { board, name, form, children } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      {children}
      <td class="act">
        {board.mayEdit.value && (
          <Key
            onPress={() => {
              board.form.value = form;
            }}
          >
            {words().things.edit}
            <span class="sr"> {name}</span>
          </Key>
        )}
      </td>
    </tr>
  );
}

function serves(board: Board, { serves: served }: Pool): string {
  const t = words().things;
  if (served.kind === "languages") return t.between(served.pair[0], served.pair[1]);
  return t.operators(at(board.plan.value.venues, served.venueId)?.name ?? "");
}
