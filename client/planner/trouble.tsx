import type { ComponentChildren, JSX } from "preact";
import { CallError } from "../session/contract.ts";
import { ErrorNote, TroubleNote } from "../ui/trouble.tsx";
import { words } from "./words.ts";

interface PlanTroubleProps {
  readonly error: unknown;
  /** The plan itself was asked for, not a change of it. */
  readonly opening?: boolean;
  readonly children?: ComponentChildren;
}

/** What went wrong, with whom to ask about a plan: a session's moderator cannot help. */
export function PlanTrouble({ error, opening, children }: PlanTroubleProps): JSX.Element {
  const t = words();
  if (!(error instanceof CallError) || error.code !== "forbidden")
    return <ErrorNote error={error}>{children}</ErrorNote>;
  return <TroubleNote trouble={opening ? t.notForPlan : t.forbidden}>{children}</TroubleNote>;
}
