import type { OccurrenceId, PassId } from "../../shared/ids.ts";
import type { Role } from "../../shared/protocol/define.ts";
import type { Failure } from "../../shared/protocol/errors.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";

/** One pass per invite, each under its own key: opening an invite never changes what another tab uses. */
const prefix = "crossroom.pass.";

/** The pages that work with a pass; the path names page and pass: `/participant/PASS` or `/participant/PASS/OCCURRENCE`. */
export type Page = "participant" | "station" | "console" | "screen" | "organiser" | "planner";
const pages: readonly Page[] = ["participant", "station", "console", "screen", "organiser", "planner"];

export interface PageAddress {
  readonly page: Page;
  readonly passId: PassId;
  readonly occurrenceId: OccurrenceId | null;
}

/** What the path says; null: not a page with a pass. */
export function pageAddress(path: string = location.pathname): PageAddress | null {
  const [, name, passId, occurrenceId] = path.split("/");
  const page = pages.find((known) => known === name);
  if (page === undefined || !isId(passId)) return null;
  return { page, passId: passId as PassId, occurrenceId: isId(occurrenceId) ? (occurrenceId as OccurrenceId) : null };
}

/** The path of a page. */
export function pathTo(page: Page, passId: PassId, occurrenceId?: OccurrenceId | null): string {
  return `/${page}/${passId}${occurrenceId ? `/${occurrenceId}` : ""}`;
}

/** The page that an invite of this role leads to. */
export function pageOf(role: Role): Page {
  switch (role) {
    case "organiser":
      return "organiser";
    case "scheduler":
    case "room-keeper":
    case "group-contact":
      return "planner";
    case "operator":
      return "station";
    case "moderator":
      return "console";
    case "participant":
      return "participant";
  }
}

const isId = (part: string | undefined): part is string => part !== undefined && /^[A-Za-z0-9_-]{1,40}$/.test(part);

/** The token of a pass that this browser holds. */
export function tokenOf(passId: PassId): string | null {
  return readToken(localStorage.getItem(prefix + passId));
}

/** Every token that this browser holds: who opens the same invite twice is the same person. */
export function heldTokens(): readonly string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => readToken(localStorage.getItem(key)) ?? []);
}

export function forget(passId: PassId): void {
  localStorage.removeItem(prefix + passId);
  // What the first page keeps for its list of links (join/opened.ts): role and label go as well.
  localStorage.removeItem(`crossroom.opened.${passId}`);
}

function readToken(stored: string | null): string | null {
  if (stored === null) return null;
  try {
    const held: unknown = JSON.parse(stored);
    return typeof held === "object" && held !== null && "token" in held && typeof held.token === "string"
      ? held.token
      : null;
  } catch (error) {
    // Not ours, or written by something broken: as if nothing were there.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export interface Exchanged {
  readonly passId: PassId;
  readonly token: string;
  readonly pass: PassInfo;
}

export type Exchange =
  | { readonly ok: true; readonly value: Exchanged }
  | { readonly ok: false; readonly error: Failure };

/** Exchanges an invite's secret for a pass and keeps it. A line that fails is answered with `busy`: worth another try. */
export async function exchange(secret: string): Promise<Exchange> {
  const answer = await post("/api/passes", { secret, held: heldTokens() });
  if (answer.ok) localStorage.setItem(prefix + answer.value.passId, JSON.stringify({ token: answer.value.token }));
  return answer;
}

async function post(path: string, body: unknown): Promise<Exchange> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return (await response.json()) as Exchange;
    // Problem details (RFC 9457) with the protocol's code.
    const { code, retry } = (await response.json()) as Failure;
    return { ok: false, error: { code, retry } };
  } catch (error) {
    // No line (TypeError), or something between here and the server that does not speak our language (SyntaxError).
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { ok: false, error: { code: "busy", retry: true } };
    throw error;
  }
}
