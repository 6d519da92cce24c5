import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { LineNote } from "../ui/connection.tsx";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { usePageTitle } from "../ui/start.tsx";
import { timeOfDay, wallAt } from "../ui/time.ts";
import { ErrorNote } from "../ui/trouble.tsx";
import { Ways } from "../ui/ways.tsx";
import { ConferenceBar } from "./conference.tsx";
import type { Desk } from "./desk.ts";
import { FirstSteps, NameConference } from "./empty.tsx";
import { Invites } from "./invites.tsx";
import { Rooms } from "./rooms.tsx";
import { Sessions } from "./sessions.tsx";
import { ShownInvite } from "./shown.tsx";
import { Tokens } from "./tokens.tsx";
import { words } from "./words.ts";
import "../ui/forms.css";
import "./organiser.css";

/** Conferences with their invites, rooms and sessions. */
export function OrganiserPage({ desk }: { readonly desk: Desk }): JSX.Element {
  const t = words();
  const conference = useComputed(() => {
    const all = desk.plan.value?.conferences ?? [];
    return all.find(({ id }) => id === desk.chosen.value) ?? all[0];
  });
  usePageTitle(conference.value?.name ?? t.page);
  const pass = desk.connection.welcome.value?.pass;
  const ended = desk.connection.goodbye.value !== null;
  const hasHeading = !ended && desk.plan.value !== null;
  return (
    <>
      <Mast
        name={conference.value?.name ?? "Crossroom"}
        heading={!hasHeading}
        end={
          <>
            <Now desk={desk} />
            <LanguageMenu compact />
          </>
        }
      >
        {pass !== undefined && <Ways passId={pass.id} here="organiser" />}
      </Mast>
      <main id="content" tabIndex={-1}>
        <div class="notes">
          <LineNote connection={desk.connection} time={desk.time} />
          {desk.failure.value !== null && !ended && <ErrorNote error={desk.failure.value} />}
        </div>
        {!ended && <Content desk={desk} conference={conference.value} />}
      </main>
    </>
  );
}

type Conference = NonNullable<Desk["plan"]["value"]>["conferences"][number];

function Content({
  desk,
  conference,
}: {
  readonly desk: Desk;
  readonly conference: Conference | undefined;
}): JSX.Element | null {
  const t = words();
  if (desk.plan.value === null)
    return desk.failure.value === null ? (
      <p class="bar" role="status">
        {t.loading}
      </p>
    ) : null;
  if (conference === undefined) return <NameConference desk={desk} />;
  // The organiser's own invite is there from the first minute.
  const handedOut = conference.invites.some(({ role }) => role !== "organiser");
  const begun = conference.rooms.length > 0 || conference.sessions.length > 0 || handedOut;
  return (
    <>
      <ConferenceBar desk={desk} conference={conference} />
      <div class={desk.fresh.value === null ? "two" : "two beside"}>
        <div class="parts">
          {!begun && <FirstSteps desk={desk} conference={conference} />}
          <Invites desk={desk} conference={conference} first={begun} />
          <Rooms desk={desk} conference={conference} />
          <Sessions desk={desk} conference={conference} />
          <Tokens desk={desk} conference={conference} />
          <p class="quiet">
            {t.conference.another} {t.conference.anotherHow} <code>npm run invite -- organiser</code>
          </p>
        </div>
        <ShownInvite desk={desk} />
      </div>
    </>
  );
}

/** The time where this browser is. */
function Now({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const here = desk.connection.welcome.value?.here;
  if (here === undefined) return null;
  const now = desk.time.value;
  const { before, time, after } = words().now(
    common().time.shortDay(wallAt(now, here)),
    timeOfDay(now, here),
    here.city,
  );
  return (
    <span class="fine wide-only">
      {before}
      <b>{time}</b>
      {after}
    </span>
  );
}
