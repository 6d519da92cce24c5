// npx node server/cli/protocol-doc.ts [--check]: writes docs/PROTOCOL.md out of the protocol's table; with --check says
// whether the file is current, and changes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { stageCommands } from "../../shared/protocol/commands.ts";
import type { Request } from "../../shared/protocol/define.ts";
import { errorWords } from "../../shared/protocol/errors.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import { plannerRequests } from "../../shared/protocol/planner.ts";
import { planningRequests } from "../../shared/protocol/planning.ts";
import { scene, source } from "../../shared/protocol/schemas.ts";
import { sessionRequests } from "../../shared/protocol/session.ts";
import { suggestRequests } from "../../shared/protocol/suggest.ts";
import type { Notices } from "../../shared/protocol/views.ts";

const file = fileURLToPath(new URL("../../docs/PROTOCOL.md", import.meta.url));

const introduction = `# The protocol

Made by \`npx node server/cli/protocol-doc.ts\` from \`shared/protocol\`; do not edit it here.

## Words

- A **conference** has **rooms** and **sessions**; an **occurrence** is one date and time of a session, with the rooms
  linked to it. Everything live belongs to one occurrence.
- An **invite** is a URL whose fragment holds a secret; it names a **role** (organiser, scheduler, room-keeper,
  group-contact, operator, moderator, participant) and a scope: conference, room, group, occurrence. A browser exchanges it for a **pass**: the person, over
  reloads, tabs and lost lines. The pass's **token** is secret, its id is not.
- A **page** is one open browser page: participant, station (runs a room), console (the controls), screen, organiser,
  planner. It holds one socket. A page **attaches** to one occurrence at a time.
- The **stage** is what an occurrence should be: queue, floor, open rooms, program, screens, chat. It is the fold of its
  log; \`seq\` is the log's length. Phases: waiting → live → ended.
- The **queue** is the one order of speakers. An **entry** is one place in it: a person's **hand**, or one typed for
  somebody in a room. Who is called goes to the **floor**: *called*, and *on air* once sound arrives. **Ready**: the
  person has tried the microphone.
- The **desk** is the right of one operator's console to run program and queue; moderators have it without asking.
- The **program** is the picture on air, a **scene**: a layout and its sources. A room's **screen** shows it, or a scene
  of its own.
- A **source** is one stream of one owner: \`room:ID:sound\`, \`room:ID:camera1\`, \`room:ID:camera2\`, \`person:PASS:mic\`,
  \`person:PASS:camera\`, \`person:PASS:share\`. What a page publishes is its **sends**, what it receives its **feeds**;
  both *flowing* or *ready* (made and paused).

## How a request goes

Over socket.io (websocket only), \`auth: { token, tab, zone }\`: the pass's token, a random id that the tab keeps over
reloads, the browser's IANA zone. Without a valid pass: \`connect_error\` with \`data.code\` \`no-pass\`. Other sites'
pages (\`Origin\`) are turned away. The first notice is \`welcome\`.

A request is an event with one object and an acknowledgement:
\`{ ok: true, value, time, epoch }\` or \`{ ok: false, error: { code, retry, incident?, detail? }, time, epoch }\`. \`time\` is the
server's clock (ms since 1970), \`epoch\` names the run of the server, \`retry\` says whether the same may succeed later.
An event without an acknowledgement is not looked at. What was answered with \`ok\` is on disk.

Input is strict: unknown keys, missing ones, and anything too large are refused. Each name, label and message is one
that can be seen: without control and direction characters, well-formed Unicode. A message of more than 256 KiB closes
the socket.

Checked in this order: the rate (120 at once, 30 a second for long), the role, the input, then everything else. Ids are
looked up within what the pass may see: another conference's room is *not found*.

These errors any request can answer, and they are not repeated below: \`bad-request\`, \`forbidden\` (the role),
\`too-many\`, \`internal\` (with the incident's number). Stage commands also: \`not-attached\`, \`removed\`,
\`ended\` (all but \`introduce\`).
`;

const commandWords = `Every stage command also carries \`commandId\` (id, fresh for each) and may carry \`baseSeq\` (the \`seq\` that the person
saw). The same \`commandId\` of the same pass again does nothing and gives the same answer, also after a restart of the
server: whoever lost a reply sends the command again. \`conflict\`: the thing that the command is about (the program,
this screen, this entry, the calls, the desk) was touched after \`baseSeq\`. "Desk" below: a moderator, or the operator
who has the desk.`;

const planWords = `The **draft** is what schedulers edit; the latest **release** of a conference is what stages and participants' pages follow.
Every command is one **edit** of the journal, which has one \`seq\` for the whole installation. Every command carries
\`commandId\` (the same of the same pass again does nothing and gives the first answer) and may carry \`baseSeq\`, the edit
that the page saw last: if somebody else has changed the same thing since, nothing is done (\`conflict\`, and
\`error.detail\` names that edit). A release with \`baseSeq\` is refused so if anything of its conference was changed
unseen. A command that changes nothing is answered with \`ok\` and makes no edit. All answer \`{ seq, value }\`; \`value\` is
what stands under *answers*. Refusals say more in \`error.detail\` (\`shared/plan/detail.ts\`); a \`bad-request\` names the fields.

Organisers and schedulers see the plan of the whole installation. Whose invite is for one conference edits what is that
conference's, and of groups, people and pools those that no other conference uses. Room keepers and group contacts see
their conference without people and pools. Messages of organisers and schedulers may have 4 MiB.

Things in capitals are described after the commands.`;

const suggestWords = `A search for better link times belongs to the server, not to a page: one runs at a time, others wait, and each conference
has one at most. What it finds is a proposal; \`placeOccurrences\` takes it. A stopped search keeps the best plan so far
(reasons and what could not be placed follow as a notice), and so does one that a restart of the server has
interrupted. The newest five of a conference are kept. What a suggestion holds: \`shared/plan/suggest/suggestion.ts\`.`;

/** Everything that the server says unasked; the compiler asks for each. */
const notices: Readonly<Record<keyof Notices, readonly [to: string, words: string]>> = {
  welcome: [
    "everybody, first",
    "epoch, time, build, the own pass, the own clock, media capabilities, today's sessions",
  ],
  occurrences: ["who goes to sessions", "today's sessions anew: the plan was released, one was opened, or has ended"],
  stage: [
    "who is attached",
    "`seq` and a patch: the top-level keys that changed; of the chat only new and changed messages",
  ],
  feeds: ["who is attached with media", "feeds to open and to close, and which flow now"],
  sends: ["who is attached", "all that this page is to publish now; what is not named is closed"],
  unpublished: [
    "who is attached",
    "tracks that another tab or station publishes from now on; this page's own are closed",
  ],
  presence: ["who is attached", "how many are here; to staff also who, and who is away"],
  lines: ["operators and moderators", "the state of every page's line, every two seconds"],
  levels: ["consoles", "the levels of all that is published (dBov), four times a second"],
  goTo: ["stations", "another session of the room begins: attach there"],
  mediaLost: ["who is attached with media", "the media are gone (their worker died): attach again"],
  plan: ["pages that have asked for `plan`", "what the organiser's page shows has changed"],
  edits: [
    "open planners",
    "edits that were accepted, as far as the role sees them; how the drafts stand; one's own undo and redo, and which own edits stand",
  ],
  suggestion: [
    "open planners of organisers and schedulers",
    "a suggestion as it is now: four times a second at most while it runs, left out where the line is not done with the one before; and always when it is over",
  ],
  phases: ["open planners", "which sessions are live or have ended now"],
  goodbye: ["whom it concerns, last", "why the connection ends; nothing is to be tried again"],
};

const http = `| request | answers |
|---|---|
| \`POST /api/passes\` \`{ secret, held }\` | the pass that the invite gives: \`{ passId, token, pass }\`; \`held\`: tokens that the browser has. 400 \`bad-request\`, 403 \`not-found\` or \`expired\`, 429 \`too-many\` (60 failures a minute from one address) |
| \`GET /api/stages/OCCURRENCE\`, \`Authorization: Bearer TOKEN\` | to operators and moderators: \`seq\` (also as ETag), \`hash\` of the stage, \`phase\`, \`present\`, \`media\`. 401 \`no-pass\`, 403 \`forbidden\`, 404 \`not-found\` |
| \`/api/commands/…\`, \`/api/conferences/…\`, … | the plan for scripts: \`docs/api.md\`, \`/api/openapi.json\` |
| \`GET /api/health\` | \`{ ok, epoch, build }\` |`;

type Schema = z.core.JSONSchema.JSONSchema;

function schemaOf(input: z.ZodType): Schema {
  return z.toJSONSchema(input, {
    unrepresentable: "any",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === source) jsonSchema.title = "source";
      if (zodSchema === scene) jsonSchema.title = "scene `{ layout, sources }`";
    },
  });
}

/** The things that have a name of their own in the schemas. */
const named = new Map<string, Schema>();

const patterns: Readonly<Record<string, string>> = {
  "^[A-Za-z0-9_-]{1,40}$": "id",
  "^[A-Za-z0-9_+\\-/]+$": "name of a zone",
  "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$": "`YYYY-MM-DDTHH:MM`",
  "^\\d{4}-\\d\\d-\\d\\d$": "`YYYY-MM-DD`",
  "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "language's tag",
};

/** A field's type in a few words. */
function words(schema: Schema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.$ref !== undefined) return schema.$ref.replace("#/$defs/", "");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => String(value)).join(" / ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((one) => words(asSchema(one))).join(" or ");
  switch (schema.type) {
    case "null":
      return "null";
    case "boolean":
      return "yes or no";
    case "string":
      return patterns[schema.pattern ?? ""] ?? `text of ${range(schema.minLength, schema.maxLength)}`;
    case "integer":
      return `whole number ${range(schema.minimum, schema.maximum)}`;
    case "number":
      return `number ${range(schema.minimum, schema.maximum)}`;
    case "array":
      if (schema.prefixItems !== undefined)
        return `the list ${schema.prefixItems.map((one) => words(asSchema(one))).join(", ")}`;
      return `list of ${range(schema.minItems, schema.maxItems)}: ${words(asSchema(schema.items))}`;
    case "object":
      return schema.properties === undefined ? "parameters of the media library" : `{ ${fields(schema).join("; ")} }`;
    default:
      throw new Error(`no words for ${JSON.stringify(schema)}`);
  }
}

/** zod never writes `true` or `false` for a schema here, nor tuples. */
function asSchema(part: z.core.JSONSchema._JSONSchema | z.core.JSONSchema._JSONSchema[] | undefined): Schema {
  if (part === undefined || typeof part === "boolean" || Array.isArray(part)) throw new Error("not one schema");
  return part;
}

function range(least: number | undefined, most: number | undefined): string {
  const highest = most === undefined || most >= Number.MAX_SAFE_INTEGER ? "" : String(most);
  if (least === undefined || least === 0) return highest === "" ? "≥ 0" : `≤ ${highest}`;
  return highest === "" ? `≥ ${least}` : `${least}–${highest}`;
}

function fields(schema: Schema, leaveOut: readonly string[] = []): readonly string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !leaveOut.includes(name))
    .map(([name, part]) => {
      const field = asSchema(part);
      const preset = field.default === undefined ? "" : `, else ${JSON.stringify(field.default)}`;
      const optional = preset === "" && !(schema.required ?? []).includes(name) ? ", optional" : "";
      return `\`${name}\` ${words(field)}${preset}${optional}`;
    });
}

function section(name: string, request: Request, leaveOut: readonly string[]): string {
  const schema = schemaOf(request.input);
  for (const [thing, part] of Object.entries(schema.$defs ?? {})) named.set(thing, asSchema(part));
  const input = fields(schema, leaveOut);
  const lines = [
    `- who: ${request.who.join(", ")}${request.right === "" ? "" : `; right: ${request.right}`}`,
    `- input: ${input.length === 0 ? "nothing" : input.join("; ")}`,
    `- answers: ${request.returns}`,
    ...(request.errors.length === 0 ? [] : [`- errors: ${request.errors.map((code) => `\`${code}\``).join(", ")}`]),
  ];
  return `### ${name}\n\n${request.doc}\n\n${lines.join("\n")}\n`;
}

const sections = (requests: Readonly<Record<string, Request>>, leaveOut: readonly string[] = []): string =>
  Object.entries(requests)
    .map(([name, request]) => section(name, request, leaveOut))
    .join("\n");

/** What the names in capitals are: only after all sections are known. */
function things(): string {
  const rows = [...named]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `| ${name} | ${schema.type === "object" ? fields(schema).join("; ") : words(schema)} |`);
  return ["### Things of the plan\n", "| thing | what is in it |\n|---|---|", ...rows, ""].join("\n");
}

function protocol(): string {
  return [
    introduction,
    "## Session and media\n",
    sections(sessionRequests),
    `## Stage commands\n\n${commandWords}\n`,
    sections(stageCommands, ["commandId", "baseSeq"]),
    "## The organiser's page\n",
    sections(planningRequests),
    `## The plan\n\n${planWords}\n`,
    sections(plannerRequests),
    sections(planCommands, ["commandId", "baseSeq"]),
    `## Suggestions\n\n${suggestWords}\n`,
    sections(suggestRequests),
    things(),
    "## Notices\n\n| notice | to | says |\n|---|---|---|",
    ...Object.entries(notices).map(([name, [to, says]]) => `| \`${name}\` | ${to} | ${says} |`),
    `\n## HTTP\n\n${http}\n`,
    "## Errors\n\n| code | meaning |\n|---|---|",
    ...Object.entries(errorWords).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    "",
  ].join("\n");
}

const made = protocol();
if (!process.argv.includes("--check")) {
  writeFileSync(file, made);
} else if (readFileSync(file, "utf8") !== made) {
  console.error("docs/PROTOCOL.md is not current: run `npx node server/cli/protocol-doc.ts`");
  process.exitCode = 1;
}
