import type { TabId } from "../../shared/ids.ts";

const key = "crossroom.tab";
let own: TabId | null = null;

/**
 * The id of this tab: kept over reloads, never shared by two tabs. While a page lives, its id is taken out of the
 * tab's storage and put back when the page goes: so a duplicated tab, whose storage is a copy, finds none and makes its own.
 */
export function tabId(): TabId {
  if (own !== null) return own;
  own = (take() ?? randomId()) as TabId;
  addEventListener("pagehide", giveBack);
  // Back from the browser's page cache: the id is in use again.
  addEventListener("pageshow", take);
  return own;
}

function take(): string | null {
  const found = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return found;
}

function giveBack(): void {
  if (own !== null) sessionStorage.setItem(key, own);
}

/** 128 random bits in 32 hexadecimal digits. Not `randomUUID`: it is missing where a page came over plain HTTP. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
