/**
 * The invite's secret, out of the address bar and the history entry as soon as this module runs: a page that is shown,
 * shared or restored must not hand the invite on. Imported first, kept in memory only. Empty: the page was opened without one.
 */
export const secret = location.hash.slice(1);
if (location.href.includes("#")) history.replaceState(null, "", location.pathname);
