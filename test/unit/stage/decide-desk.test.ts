import { giveDesk, now, table } from "./table.ts";
import { command, entry, message, onAir, pass, room } from "./world.ts";

table("the desk", [
  [
    "is handed over",
    [],
    "rosa",
    { type: "giveDesk", passId: pass("durbanDesk") },
    [{ type: "deskMoved", passId: pass("durbanDesk") }],
  ],
  ["is not handed to nobody", [], "rosa", { type: "giveDesk", passId: pass("nobody") }, "not-found"],
  ["is not handed to a word of JavaScript", [], "rosa", { type: "giveDesk", passId: pass("toString") }, "not-found"],
  [
    "is laid down",
    [giveDesk("durbanDesk")],
    "rosa",
    { type: "giveDesk", passId: null },
    [{ type: "deskMoved", passId: null }],
  ],
  [
    "is not given by who has not got it",
    [],
    "durbanDesk",
    { type: "giveDesk", passId: pass("durbanDesk") },
    "forbidden",
  ],
  ["is not taken beside a moderator", [], "durbanDesk", { type: "takeDesk" }, "moderator-present"],
  [
    "is taken when no moderator is here",
    [],
    "durbanDesk",
    { type: "takeDesk" },
    [{ type: "deskMoved", passId: pass("durbanDesk") }],
    { moderatorPresent: false },
  ],
  ["is no participant's", [], "ana", { type: "takeDesk" }, "forbidden", { moderatorPresent: false }],
]);

table("removing", [
  [
    "takes the floor, the open microphone and the desk away",
    [...onAir("kofi"), command("kofi", { type: "openMic" }), giveDesk("kofi")],
    "rosa",
    { type: "remove", passId: pass("kofi") },
    [
      { type: "floorLeft", entryId: entry("e1"), why: "removed" },
      { type: "micClosed", passId: pass("kofi") },
      { type: "deskMoved", passId: null },
      { type: "personRemoved", passId: pass("kofi") },
    ],
  ],
  ["oneself is not meant", [], "rosa", { type: "remove", passId: pass("rosa") }, "not-found"],
  ["finds nobody unknown", [], "rosa", { type: "remove", passId: pass("nobody") }, "not-found"],
  [
    "finds nobody named like a word of JavaScript",
    [],
    "rosa",
    { type: "remove", passId: pass("toString") },
    "not-found",
  ],
  ["is not a participant's to do", [], "ana", { type: "remove", passId: pass("ben") }, "forbidden"],
  ["keeps out", [command("rosa", { type: "remove", passId: pass("ana") })], "ana", { type: "raiseHand" }, "removed"],
]);

const ended = command("rosa", { type: "endSession" });
table("phase, format and chat", [
  ["what is open is not opened", [], "rosa", { type: "openSession" }, "already"],
  ["what is open ends", [], "rosa", { type: "endSession" }, [{ type: "ended", at: now }]],
  ["what has ended is over", [ended], "rosa", { type: "openSession" }, "ended"],
  [
    "after the end a name may still be given",
    [ended],
    "ana",
    { type: "introduce", name: "Ana B", place: "", roomId: null },
    [{ type: "introduced", passId: pass("ana"), person: { name: "Ana B", place: "", roomId: null } }],
  ],
  [
    "nobody sits in a room elsewhere",
    [],
    "ana",
    { type: "introduce", name: "a", place: "", roomId: room("athens") },
    "not-found",
  ],
  [
    "an operator sits in the own room",
    [],
    "durbanDesk",
    { type: "introduce", name: "Sipho", place: "", roomId: room("lima") },
    [{ type: "introduced", passId: pass("durbanDesk"), person: { name: "Sipho", place: "", roomId: room("durban") } }],
  ],
  ["the format is the desk's", [], "durbanDesk", { type: "setFormat", format: "discussion" }, "forbidden"],
  ["a participant opens no microphone", [], "ana", { type: "openMic" }, "forbidden"],
  [
    "in a chat switched off participants write nothing",
    [command("rosa", { type: "switchChat", on: false })],
    "ana",
    { type: "say", text: "a" },
    "chat-off",
  ],
  [
    "but moderators do",
    [command("rosa", { type: "switchChat", on: false })],
    "rosa",
    { type: "say", text: "a" },
    [{ type: "chatted", messageId: message("new"), at: now, passId: pass("rosa"), text: "a" }],
  ],
]);
