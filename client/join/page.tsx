import type { JSX } from "preact";
import { troubleOf } from "../i18n/trouble.ts";
import type { CallError } from "../session/contract.ts";
import { pathTo } from "../session/pass.ts";
import type { Exchanged } from "../session/pass.ts";
import { Key, LinkKey } from "../ui/key.tsx";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { Plate } from "../ui/plate.tsx";
import { usePageTitle } from "../ui/start.tsx";
import { TroubleNote } from "../ui/trouble.tsx";
import { Home } from "./home.tsx";
import type { Door } from "./state.ts";
import { words } from "./words.ts";
import "../ui/live.css";
import "./join.css";

/** `/join#SECRET` opens an invite; `/` without one says what this is. */
export function JoinPage({ entrance }: { readonly entrance: Door }): JSX.Element {
  usePageTitle(entrance.state.value.step === "home" ? "" : words().title);
  return (
    <>
      <Mast name="Crossroom" />
      <main id="content" class="door" tabIndex={-1}>
        <Step entrance={entrance} />
        <section>
          <LanguageMenu />
        </section>
      </main>
    </>
  );
}

function Step({ entrance }: { readonly entrance: Door }): JSX.Element {
  const t = words();
  const { value } = entrance.state;
  switch (value.step) {
    case "home":
      return <Home />;
    case "opening":
      return (
        <section class="stack" role="status">
          <h1>{t.opening}</h1>
          {value.slow && (
            <p>
              <Plate look="said">{t.waiting}</Plate> {t.slow}
            </p>
          )}
        </section>
      );
    case "opened":
      return (
        <section role="status">
          <h1>{t.opened}</h1>
        </section>
      );
    case "choice":
      return <Choice pass={value.pass} />;
    case "failed":
      return <Failed error={value.error} again={() => void entrance.again()} />;
  }
}

function Failed({ error, again }: { readonly error: CallError; readonly again: () => void }): JSX.Element {
  const t = words();
  const unknown = error.code === "not-found" || error.code === "bad-request";
  return (
    <section class="stack">
      <h1>{t.failed}</h1>
      <TroubleNote trouble={unknown ? t.unknownInvite : error.code === "busy" ? t.noAnswer : troubleOf(error)} />
      {error.failure.retry && (
        <Key look="main tall wide" onPress={again}>
          {t.again}
        </Key>
      )}
    </section>
  );
}

function Choice({ pass }: { readonly pass: Exchanged["pass"] }): JSX.Element {
  const t = words();
  return (
    <section class="stack">
      <p class="quiet">{pass.label}</p>
      <h1>{t.choice.title}</h1>
      <LinkKey look="main tall wide" href={pathTo("station", pass.id)}>
        {t.choice.station}
      </LinkKey>
      <p>{t.choice.stationIs}</p>
      <LinkKey look="tall wide" href={pathTo("console", pass.id)}>
        {t.choice.console}
      </LinkKey>
      <p>{t.choice.consoleIs}</p>
    </section>
  );
}
