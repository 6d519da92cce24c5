import type { JSX } from "preact";
import type { GroupId, RoomId } from "../../../shared/ids.ts";
import { groupsOf, roomsOf } from "../../../shared/plan/look.ts";
import type { Link } from "../../../shared/plan/model.ts";
import type { OpenBoard } from "../board.ts";
import { withLink } from "./sessiondraft.ts";
import { words } from "./words.ts";

interface LinksProps {
  readonly board: OpenBoard;
  readonly hostRoomId: RoomId | null;
  readonly links: readonly Link[];
  readonly onChange: (links: readonly Link[]) => void;
}

/** Who is linked: each room and remote group, whether it must or may, live or as playback. */
export function LinksEditor({ board, hostRoomId, links, onChange }: LinksProps): JSX.Element | null {
  const t = words().links;
  const conference = board.conference.value;
  if (conference === null) return null;
  const plan = board.plan.value;
  const rooms = roomsOf(plan, conference.id);
  const groups = groupsOf(plan, conference.id).filter(({ roomId }) => roomId === null);
  return (
    <fieldset class="links-of">
      <legend>{t.legend}</legend>
      <ul class="rows">
        {rooms.map(({ id, name }) => (
          <Row
            key={id}
            name={name}
            room
            host={id === hostRoomId}
            link={links.find((each) => each.id === id)}
            onChange={(how) => onChange(withLink(links, id, how === null ? null : { kind: "room", id, ...how }))}
          />
        ))}
        {groups.map(
          ({ id, name, people }: { readonly id: GroupId; readonly name: string; readonly people: number }) => (
            <Row
              key={id}
              name={name}
              people={people}
              host={false}
              link={links.find((each) => each.id === id)}
              onChange={(how) => onChange(withLink(links, id, how === null ? null : { kind: "group", id, ...how }))}
            />
          ),
        )}
      </ul>
    </fieldset>
  );
}

interface RowProps {
  readonly name: string;
  readonly room?: boolean;
  readonly people?: number;
  readonly host: boolean;
  readonly link: Link | undefined;
  readonly onChange: (how: Pick<Link, "need" | "mode"> | null) => void;
}

function Row({ name, room = false, people, host, link, onChange }: RowProps): JSX.Element {
  const t = words().links;
  return (
    <li>
      <span class="whom">
        {room ? <b>{name}</b> : name} {people !== undefined && <small>{people}</small>}
      </span>
      {host ? (
        <span class="quiet">{t.host}</span>
      ) : (
        <>
          <select
            aria-label={t.needOf(name)}
            value={link?.need ?? ""}
            onChange={(event) => {
              const need = event.currentTarget.value as Link["need"] | "";
              onChange(need === "" ? null : { need, mode: link?.mode ?? "live" });
            }}
          >
            <option value="">{t.none}</option>
            <option value="must">{t.must}</option>
            <option value="may">{t.may}</option>
          </select>
          {link !== undefined && (
            <select
              aria-label={t.modeOf(name)}
              value={link.mode}
              onChange={(event) => onChange({ need: link.need, mode: event.currentTarget.value as Link["mode"] })}
            >
              <option value="live">{t.live}</option>
              <option value="playback">{t.playback}</option>
            </select>
          )}
        </>
      )}
    </li>
  );
}
