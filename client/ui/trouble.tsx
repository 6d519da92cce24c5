import type { ComponentChildren, JSX } from "preact";
import { troubleOf } from "../i18n/trouble.ts";
import type { Trouble } from "../i18n/wording.ts";

/** What went wrong, read out at once: what happened, what is safe, what to do. */
export function TroubleNote({
  trouble,
  children,
}: {
  readonly trouble: Trouble;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="trouble" role="alert">
      <p>
        <b>{trouble.what}</b> {trouble.safe}
      </p>
      {trouble.act !== "" && <p>{trouble.act}</p>}
      {children}
    </div>
  );
}

/** The same for something that was thrown. */
export function ErrorNote({
  error,
  children,
}: {
  readonly error: unknown;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return <TroubleNote trouble={troubleOf(error)}>{children}</TroubleNote>;
}
