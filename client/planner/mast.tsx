import type { JSX } from "preact";
import type { ConferenceId } from "../../shared/ids.ts";
import { common } from "../i18n/common.ts";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { Ways } from "../ui/ways.tsx";
import type { OpenBoard } from "./board.ts";
import { dayParts, isoDayIn, timeIn } from "./times.ts";
import { words } from "./words.ts";

/** The masthead: which conference, the way to the organiser's page, and what time it is for the ruler. */
export function PlannerMast({ board, heading }: { readonly board: OpenBoard; readonly heading: boolean }): JSX.Element {
  const pass = board.connection.welcome.value?.pass;
  return (
    <Mast
      name={<Name board={board} />}
      heading={heading}
      end={
        <>
          <Now board={board} />
          <LanguageMenu compact />
        </>
      }
    >
      {pass?.role === "organiser" && <Ways passId={pass.id} here="planner" />}
    </Mast>
  );
}

/** The conference's name; a choice where there are several. */
function Name({ board }: { readonly board: OpenBoard }): JSX.Element {
  const conference = board.conference.value;
  const all = board.conferences.value;
  if (conference === null) return <>Crossroom</>;
  if (all.length < 2) return <>{conference.name}</>;
  return (
    <label class="language">
      <span class="sr">{words().which}</span>
      <select
        value={conference.id}
        onChange={(event) => board.chooseConference(event.currentTarget.value as ConferenceId)}
      >
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Now({ board }: { readonly board: OpenBoard }): JSX.Element | null {
  if (board.view.value === null) return null;
  const { zone, city } = board.ruler.value;
  const now = board.time.value;
  const zones = board.zones.value;
  const day = common().time.shortDay(dayParts(isoDayIn(zones, zone, now)));
  const { before, time, after } = words().now(day, timeIn(zones, zone, now), city);
  return (
    <span class="fine wide-only">
      {before}
      <b>{time}</b>
      {after}
    </span>
  );
}
