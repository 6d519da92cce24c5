import type { SessionId } from "../../ids.ts";
import type { Plan } from "../model.ts";
import { readTable } from "../paste.ts";
import { find } from "./apply.ts";
import { refused } from "./ground.ts";
import type { EditResult, Ground, InputFor } from "./ground.ts";
import { Rewrite } from "./rewrite.ts";
import { putNewSession } from "./sessions.ts";

/** All rows, or none: `bad-request` names each row that was not understood, and why. */
export function pasteSessions(plan: Plan, input: InputFor<"pasteSessions">, ground: Ground): EditResult {
  const conference = find(plan, "conferences", input.conferenceId);
  if (conference === undefined) return refused("not-found");
  const table = readTable(input.text, plan, ground.zones, conference.id);
  const rows = [
    ...table.problems.map(({ why }) => ({ row: 1, why })),
    ...table.rows.flatMap(({ row, problems }) => problems.map(({ why }) => ({ row, why }))),
  ];
  if (rows.length > 0) return refused("bad-request", { kind: "rows", rows });

  const rewrite = new Rewrite(plan);
  const sessionIds: SessionId[] = [];
  for (const { session } of table.rows) {
    if (session === null) continue;
    const { links, personIds, languages, ...plain } = session;
    const made = putNewSession(
      plan,
      rewrite,
      {
        ...plain,
        conferenceId: conference.id,
        links: [...links],
        personIds: [...personIds],
        languages: [...languages],
      },
      ground,
    );
    if (!made.ok) return made;
    sessionIds.push(made.value.sessionId);
  }
  return { ok: true, changes: rewrite.changes(), subject: conference.name, answer: { sessionIds } };
}
