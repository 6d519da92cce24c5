import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import type { ConferenceId } from "../../shared/ids.ts";
import type { Conflict } from "../../shared/plan/conflict.ts";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { emptyPlan } from "../../shared/plan/edits/apply.ts";
import type { Plan } from "../../shared/plan/model.ts";
import { readZones } from "../../shared/plan/zones.ts";
import type { Zones } from "../../shared/plan/zones.ts";
import { Gathered } from "../plan/parts.ts";
import { kernelThread } from "../threads.ts";
import { conflictAnswer, ledgerAnswer, mendsAnswer } from "./answers.ts";
import type { FromReckoner, Question, Questions, ToReckoner } from "./questions.ts";
import { suggestionAnswer } from "./suggestionanswer.ts";

// What runs in the thread that reckons: one plan at a time, and questions about it one after the other.

if (parentPort === null) throw new Error("this file is for a thread");
const port = parentPort;
const say = (message: FromReckoner, given: readonly ArrayBuffer[] = []): void => port.postMessage(message, given);

let gathered = new Gathered();
let plan: Plan = emptyPlan;
let seq = 0;
let zones: Zones | null = null;
/** Of this plan; who asks for a conflict's mends has asked for the conflicts before. */
const known = new Map<ConferenceId, readonly Conflict[]>();

say({ kind: "thread", id: kernelThread() });
port.on("message", (message: ToReckoner) => {
  switch (message.kind) {
    case "things":
      return gathered.add(message);
    case "plan":
      plan = gathered.plan();
      seq = message.seq;
      zones = readZones(message.zones);
      gathered = new Gathered();
      known.clear();
      return;
    case "question":
      try {
        sayAnswer(answerTo(message.question));
      } catch (error) {
        say({ kind: "broken", error: error instanceof Error ? error : new Error(String(error)) });
      }
  }
});

/** As bytes, which change hands without being copied. */
function sayAnswer(content: object | null): void {
  if (content === null) return say({ kind: "answer", answer: null });
  const body = new TextEncoder().encode(JSON.stringify(content));
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  say({ kind: "answer", answer: { body, etag } }, [body.buffer]);
}

function answerTo(question: Question): Questions[Question["name"]]["answer"] | null {
  if (zones === null) throw new Error("asked before there was a plan");
  const told = { plan, zones, locale: question.locale };
  switch (question.name) {
    case "conflicts":
      return {
        seq,
        conflicts: conflictsOf(question.conferenceId, zones).map((conflict) => conflictAnswer(conflict, told)),
      };
    case "mends": {
      const conflict = conflictsOf(question.conferenceId, zones).find(({ key }) => key === question.key);
      return conflict === undefined ? null : { seq, ...mendsAnswer(conflict, told) };
    }
    case "ledger":
      return { seq, ...ledgerAnswer(question.conferenceId, told) };
    case "suggestion":
      return { suggestion: suggestionAnswer(question.suggestion, told) };
    case "bareSuggestion":
      return suggestionAnswer(question.suggestion, told);
  }
}

function conflictsOf(conferenceId: ConferenceId, data: Zones): readonly Conflict[] {
  const found = known.get(conferenceId) ?? conflicts(plan, data, conferenceId);
  known.set(conferenceId, found);
  return found;
}
