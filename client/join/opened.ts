import type { PassId } from "../../shared/ids.ts";
import { roles } from "../../shared/protocol/define.ts";
import type { Role } from "../../shared/protocol/define.ts";
import type { PassInfo } from "../../shared/protocol/views.ts";
import { tokenOf } from "../session/pass.ts";

/** Which invites were opened in this browser, so that `/` can lead back to their pages. The passes themselves: session/pass.ts. */
const prefix = "crossroom.opened.";

export interface Opened {
  readonly passId: PassId;
  readonly role: Role;
  readonly label: string;
}

export function remember(pass: PassInfo): void {
  localStorage.setItem(prefix + pass.id, JSON.stringify({ role: pass.role, label: pass.label }));
}

/** The passes that this browser still holds; what it has forgotten goes from here too. */
export function opened(): readonly Opened[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return keys.flatMap((key) => {
    const passId = key.slice(prefix.length) as PassId;
    const kept = tokenOf(passId) === null ? null : read(localStorage.getItem(key));
    if (kept === null) localStorage.removeItem(key);
    return kept === null ? [] : [{ passId, ...kept }];
  });
}

function read(stored: string | null): Pick<Opened, "role" | "label"> | null {
  try {
    const kept: unknown = JSON.parse(stored ?? "null");
    if (typeof kept !== "object" || kept === null || !("role" in kept) || !("label" in kept)) return null;
    const role = roles.find((known) => known === kept.role);
    return role !== undefined && typeof kept.label === "string" ? { role, label: kept.label } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Not ours.
    throw error;
  }
}
