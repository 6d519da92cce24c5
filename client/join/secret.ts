/**
 * The invite's secret, out of the address bar and the history entry as soon as this module runs: a page that is shown,
 * shared or restored must not hand the invite on. Imported first, kept in memory only. Empty: the page was opened without one.
 */
export const secret = takeSecret();

/** An invite that is opened in this same tab changes only the address behind the #: the page is not loaded again. */
export function onSecret(handler: (secret: string) => void): void {
  addEventListener("hashchange", () => {
    const next = takeSecret();
    if (next !== "") handler(next);
  });
}

function takeSecret(): string {
  const taken = location.hash.slice(1);
  if (location.href.includes("#")) history.replaceState(null, "", location.pathname);
  return taken;
}
