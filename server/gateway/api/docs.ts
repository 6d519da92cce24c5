import { errorWords } from "../../../shared/protocol/errors.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { examples } from "./examples.ts";
import { commandList } from "./openapi.ts";
import { orderList } from "./orders.ts";
import { statusOf } from "./problem.ts";
import { routeList } from "./routes.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
/** `code` in a text of the tables. */
const marked = (text: string): string => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");

/** The page of documentation. `publicUrl`: this server, for the examples. */
export function docsPage(publicUrl: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>For scripts. Crossroom</title>
<link rel="stylesheet" href="/api/docs.css">
<main>
<h1>Crossroom for scripts</h1>
<p>Everything that a scheduler does on the planner’s page can be done by script: the same commands, checked the same way.
The whole description for programs is <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<h2>Before you start</h2>
<p>An organiser makes a token on the conference’s page, under <b>Tokens for scripts</b>. It is shown once. Keep it as you keep a
password; revoking it there ends it at once. In the examples:</p>
<pre>SERVER=${escaped(publicUrl)}
TOKEN=…</pre>
<ul>
<li>Instants are milliseconds since 1970-01-01T00:00Z; a wall time (<code>2027-03-05T16:15</code>) counts in the zone beside it.</li>
<li>Send a <code>commandId</code> of your own (letters, digits, - and _), and a command that you send again because its answer was lost is not
done twice.</li>
<li>Commands change the <b>draft</b>. Participants see the latest <b>release</b> only.</li>
</ul>
<h2>From nothing to a released plan</h2>
${examples.map(({ title, text, shell }) => `<h3>${escaped(title)}</h3>\n<p>${marked(text)}</p>\n<pre>${escaped(shell)}</pre>`).join("\n")}
<h2>What can be read</h2>
<table>
<thead><tr><th scope="col">GET</th><th scope="col">For</th><th scope="col">What</th></tr></thead>
<tbody>
${routeList
  .map(
    ({ path, who, doc }) =>
      `<tr><th scope="row"><code>${escaped(path)}</code></th><td>${who === null ? "anybody" : escaped(who.join(", "))}</td><td>${marked(doc)}</td></tr>`,
  )
  .join("\n")}
</tbody>
</table>
<h2>What can be set going</h2>
<table>
<thead><tr><th scope="col">POST</th><th scope="col">For</th><th scope="col">What</th></tr></thead>
<tbody>
${orderList
  .map(
    ({ path, who, doc }) =>
      `<tr><th scope="row"><code>${escaped(path)}</code></th><td>${escaped(who.join(", "))}</td><td>${marked(doc)}</td></tr>`,
  )
  .join("\n")}
</tbody>
</table>
<h2>Commands</h2>
<p><code>POST /api/commands/NAME</code>, the input as JSON.</p>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">For</th><th scope="col">What</th></tr></thead>
<tbody>
${commandList
  .map(
    ([name, { who, right, doc }]) =>
      `<tr><th scope="row"><code>${name}</code></th><td>${escaped(who.join(", "))}${right === "" ? "" : ` <small>${marked(right)}</small>`}</td><td>${marked(doc)}</td></tr>`,
  )
  .join("\n")}
</tbody>
</table>
<h2>Errors</h2>
<p>Problem details (RFC 9457), <code>application/problem+json</code>: <code>status</code>, <code>code</code>, <code>title</code>, and in <code>more</code> what a program or a person
needs to go on: the edit that came before, the fields that were wrong, the two times of a fold.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${errorsOfCommands()
  .map(
    (code) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${statusOf(code)}</td><td>${marked(errorWords[code])}</td></tr>`,
  )
  .join("\n")}
</tbody>
</table>
</main>
</html>
`;
}

/** Those that this interface can answer, in the order of their statuses. */
function errorsOfCommands(): readonly ErrorCode[] {
  const codes = new Set<ErrorCode>(["bad-request", "no-pass", "expired", "forbidden", "too-many", "busy", "internal"]);
  for (const [, { errors }] of commandList) for (const code of errors) codes.add(code);
  return [...codes].sort((a, b) => statusOf(a) - statusOf(b));
}

/** The page's own few rules; the colours are those of the pages' tokens. */
export const docsStyle = `
:root { color-scheme: light dark; --paper: #f1f1ee; --ink: #121619; --quiet: #4a545c; --rule: #b9bfc3; --blue: #0d3f9e; --sunk: #e2e4e4; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181b; --ink: #eceeee; --quiet: #aab3b9; --rule: #3a4349; --blue: #8fb4ff; --sunk: #20262a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; border-top: 4px solid var(--ink); }
main { max-width: 960px; margin: 0 auto; padding: 16px 16px 64px; overflow-wrap: anywhere; }
h1 { font-size: 28px; line-height: 1.2; }
h2 { font-size: 20px; border-top: 2px solid var(--ink); padding-top: 12px; margin-top: 40px; }
h3 { font-size: 16px; margin-bottom: 4px; }
h3 + p { margin-top: 0; }
a { color: var(--blue); }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
pre { background: var(--sunk); padding: 12px; white-space: pre-wrap; font-size: 14px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--rule); }
thead th { font-size: 14px; color: var(--quiet); }
tbody th { font-weight: 400; }
td small { display: block; color: var(--quiet); }
:target { background: var(--sunk); }
@media (max-width: 640px) { th, td { display: block; border: 0; padding: 2px 0; } tr { display: block; border-bottom: 1px solid var(--rule); padding: 8px 0; } thead { display: none; } }
`;
