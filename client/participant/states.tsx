import type { ComponentChildren, JSX } from "preact";
import { common } from "../i18n/common.ts";
import { pathTo } from "../session/pass.ts";
import { LineNote } from "../ui/connection.tsx";
import { Key, LinkKey } from "../ui/key.tsx";
import { LanguageMenu, Mast } from "../ui/mast.tsx";
import { TroubleNote } from "../ui/trouble.tsx";
import { OtherSessions } from "./sessions.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface VisitProps {
  readonly visit: Visit;
}

/** A page that only says something: heading, words, at most one key. */
function Plain({ visit, children }: VisitProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <Mast name={visit.occurrence.value?.conference ?? "Crossroom"} />
      <main id="content" tabIndex={-1} class="narrow">
        {children}
        <section>
          <LanguageMenu />
        </section>
      </main>
    </>
  );
}

/** Before the server has said hello. */
export function Opening({ visit }: VisitProps): JSX.Element {
  return (
    <Plain visit={visit}>
      <section>
        <LineNote connection={visit.connection} time={visit.time} />
      </section>
    </Plain>
  );
}

/** A conference without sessions yet. */
export function Nothing({ visit }: VisitProps): JSX.Element {
  const { waiting: t } = words();
  return (
    <Plain visit={visit}>
      <section class="stack">
        <LineNote connection={visit.connection} time={visit.time} />
        <h1>{t.none}</h1>
        <p>{t.noneIs}</p>
      </section>
    </Plain>
  );
}

/** The session that the path names is not to be had: why, and what there is instead. */
export function Refused({ visit }: VisitProps): JSX.Element {
  const code = visit.joined.refused.value ?? "not-found";
  return (
    <Plain visit={visit}>
      <section>
        <TroubleNote trouble={common().errors.codes[code]} />
      </section>
      <OtherSessions visit={visit} />
    </Plain>
  );
}

/** The line is closed for good: removed, revoked, forgotten. */
export function Closed({ visit }: VisitProps): JSX.Element {
  const why = visit.connection.goodbye.value ?? "no-pass";
  return (
    <Plain visit={visit}>
      <section class="stack">
        <TroubleNote trouble={common().goodbye[why]} />
        {why === "taken-over" && (
          <Key look="main wide" onPress={() => location.reload()}>
            {common().reload}
          </Key>
        )}
        {(why === "no-pass" || why === "forgotten") && (
          <LinkKey look="wide" href="/">
            {words().notes.home}
          </LinkKey>
        )}
      </section>
    </Plain>
  );
}

/** One has left, and may come back. */
export function Left({ visit }: VisitProps): JSX.Element {
  const { leave: t } = words();
  const id = visit.occurrence.value?.id ?? visit.address.occurrenceId;
  return (
    <Plain visit={visit}>
      <section class="stack">
        <h1>{t.left}</h1>
        <p>{t.leftIs}</p>
        <LinkKey look="main wide" href={pathTo("participant", visit.address.passId, id)}>
          {t.comeBack}
        </LinkKey>
      </section>
    </Plain>
  );
}
