import { expect, test } from "vitest";
import { merge, mergeChat } from "../../../client/session/merge.ts";
import type { MessageId, OccurrenceId, PassId } from "../../../shared/ids.ts";
import { chatKept, newStage } from "../../../shared/stage/model.ts";
import type { Message } from "../../../shared/stage/model.ts";

const message = (seq: number, text: string | null = `message ${seq}`): Message => ({
  id: `m${seq}` as MessageId,
  seq,
  at: seq * 1000,
  passId: "p" as PassId,
  name: "Ana",
  place: "Sonsonate",
  text,
});

test("new messages come to the end, a deleted one stays in its place without its text", () => {
  expect(mergeChat([message(1), message(2)], [message(3), message(1, null)])).toEqual([
    message(1, null),
    message(2),
    message(3),
  ]);
});

test("only the newest are kept", () => {
  const many = Array.from({ length: chatKept }, (_, i) => message(i));
  const merged = mergeChat(many, [message(chatKept)]);
  expect(merged).toHaveLength(chatKept);
  expect(merged.at(0)).toEqual(message(1));
  expect(merged.at(-1)).toEqual(message(chatKept));
});

test("a patch replaces top-level keys and leaves the others", () => {
  const stage = {
    ...newStage({ occurrenceId: "o" as OccurrenceId, hostRoomId: null, roomIds: [] }),
    chat: [message(1)],
  };
  expect(merge(stage, { seq: 7, phase: "live" })).toEqual({ ...stage, seq: 7, phase: "live" });
  expect(merge(stage, { chat: [message(2)] })).toEqual({ ...stage, chat: [message(1), message(2)] });
});
