import type { ComponentChildren, JSX } from "preact";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { common } from "../i18n/common.ts";
import { Route } from "../ui/route.tsx";
import type { Stop } from "../ui/route.tsx";
import { Strip } from "../ui/strip.tsx";
import { day, hour, minute } from "../ui/time.ts";
import { NameForm } from "./conference.tsx";
import type { Desk } from "./desk.ts";
import { RoomForm } from "./roomForm.tsx";
import { words } from "./words.ts";

/** An empty page teaches: what belongs here, the first step filled in, and the picture that it leads to. */
export function NameConference({ desk }: { readonly desk: Desk }): JSX.Element {
  const t = words();
  return (
    <>
      <div class="bar">
        <h1>{t.empty.title}</h1>
      </div>
      <div class="first">
        <Route
          stops={[
            stop(
              "conference",
              "here",
              t.empty.conference,
              t.empty.conferenceIs,
              <NameForm desk={desk} onDone={() => undefined} />,
            ),
            stop("room", "ahead", t.empty.room, t.empty.roomIs),
            stop("session", "ahead", t.empty.session, t.empty.sessionIs),
            stop("invite", "ahead", t.empty.invite, t.empty.inviteIs),
          ]}
        />
        <Picture city="Durban" desk={desk} />
      </div>
    </>
  );
}

/** A conference that has only a name. */
export function FirstSteps({
  desk,
  conference,
}: {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}): JSX.Element {
  const t = words();
  return (
    <div class="first inside">
      <Route
        stops={[
          stop("conference", "done", conference.name, t.empty.conferenceIs),
          stop(
            "room",
            "here",
            t.empty.room,
            t.empty.roomIs,
            <RoomForm desk={desk} conference={conference} onDone={() => undefined} />,
          ),
          stop("session", "ahead", t.empty.session, t.empty.sessionIs),
          stop("invite", "ahead", t.empty.invite, t.empty.inviteIs),
        ]}
      />
      <Picture city="Durban" desk={desk} />
    </div>
  );
}

function stop(key: string, state: Stop["state"], title: string, text: string, form?: ComponentChildren): Stop {
  return {
    key,
    state,
    content: (
      <>
        <h2>{title}</h2>
        <p class={state === "here" ? "" : "quiet"}>{text}</p>
        {form}
      </>
    ),
  };
}

/** One strip as an example, with places for more; and what its patterns mean. */
function Picture({ city, desk }: { readonly city: string; readonly desk: Desk }): JSX.Element {
  const t = words();
  const { bands } = common().time;
  const clock = { offset: 120, until: null, nextOffset: null };
  const today = Math.floor(desk.time.value / day) * day;
  const start = today - clock.offset * minute;
  const session = { startsAt: start + 16.25 * hour, endsAt: start + 17 * hour };
  return (
    <section class="stack" aria-labelledby="will">
      <h2 id="will">{t.empty.will}</h2>
      <ul class="ghost">
        <li aria-hidden="true">
          <span />
          <span class="axis">
            {["00", "06", "12", "18", "24"].map((label) => (
              <span key={label}>{label}</span>
            ))}
          </span>
        </li>
        <li>
          <b>{city}</b>
          <Strip start={start} clock={clock} session={session} />
        </li>
        <li>
          <span class="quiet">{t.empty.second}</span>
          <span class="blank" aria-hidden="true" />
        </li>
        <li>
          <span class="quiet">{t.empty.third}</span>
          <span class="blank" aria-hidden="true" />
        </li>
      </ul>
      <p>{t.empty.willIs}</p>
      <p class="legend">
        {(["kind", "bearable", "shoulder", "night"] as const).map((band) => (
          <span key={band}>
            <i class={`swatch ${band}`} />
            {bands[band]}
          </span>
        ))}
      </p>
    </section>
  );
}
