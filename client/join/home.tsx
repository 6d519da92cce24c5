import { useMemo } from "preact/hooks";
import type { JSX } from "preact";
import { pageOf, pathTo } from "../session/pass.ts";
import { LinkKey } from "../ui/key.tsx";
import { opened } from "./opened.ts";
import type { Opened } from "./opened.ts";
import { words } from "./words.ts";

/** Without an invite: what this is, how one comes in, and the way back to what was opened in this browser. */
export function Home(): JSX.Element {
  const t = words();
  const passes = useMemo(opened, []);
  return (
    <>
      <section class="stack">
        <h1>{t.home.title}</h1>
        <p>{t.home.lead}</p>
        <p>{t.home.how}</p>
      </section>
      {passes.length > 0 && (
        <section class="stack" aria-labelledby="held">
          <h2 id="held">{t.home.held}</h2>
          <p class="quiet">{t.home.heldIs}</p>
          <ul class="held">
            {passes.map((pass) => (
              <Held key={pass.passId} pass={pass} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Held({ pass }: { readonly pass: Opened }): JSX.Element {
  const t = words();
  return (
    <li>
      <span>
        <b>{pass.label}</b>
        <br />
        <span class="quiet">{t.roles[pass.role]}</span>
      </span>
      <span class="keys">
        {pass.role === "operator" ? (
          <>
            <LinkKey href={pathTo("station", pass.passId)} label={`${t.choice.station}: ${pass.label}`}>
              {t.choice.station}
            </LinkKey>
            <LinkKey href={pathTo("console", pass.passId)} label={`${t.choice.console}: ${pass.label}`}>
              {t.choice.console}
            </LinkKey>
          </>
        ) : (
          <LinkKey href={pathTo(pageOf(pass.role), pass.passId)} label={`${t.home.open}: ${pass.label}`}>
            {t.home.open}
          </LinkKey>
        )}
      </span>
    </li>
  );
}
