import { now, one, table, takes } from "./table.ts";
import { camera, camera1, command, mic, onAir, raise, room, share, sound } from "./world.ts";

const discussion = command("rosa", { type: "setFormat", format: "discussion" });

table("a room's sound", [
  [
    "is opened by a moderator",
    [],
    "rosa",
    { type: "openRoom", roomId: room("lima") },
    [{ type: "roomOpened", roomId: room("lima"), by: "desk" }],
  ],
  [
    "is not opened by its operator in a plenary",
    [],
    "chennaiDesk",
    { type: "openRoom", roomId: room("chennai") },
    "forbidden",
  ],
  [
    "is opened by its operator in a discussion",
    [discussion],
    "chennaiDesk",
    { type: "openRoom", roomId: room("chennai") },
    [{ type: "roomOpened", roomId: room("chennai"), by: "desk" }],
  ],
  ["of the host is open already", [], "rosa", { type: "openRoom", roomId: room("durban") }, "already"],
  ["elsewhere is not found", [], "rosa", { type: "openRoom", roomId: room("athens") }, "not-found"],
  [
    "is closed by its operator",
    [],
    "durbanDesk",
    { type: "closeRoom", roomId: room("durban") },
    [{ type: "roomClosed", roomId: room("durban") }],
  ],
  [
    "is not closed by another room's operator",
    [],
    "chennaiDesk",
    { type: "closeRoom", roomId: room("durban") },
    "forbidden",
  ],
  ["that is closed is not closed again", [], "rosa", { type: "closeRoom", roomId: room("lima") }, "already"],
  ["elsewhere is not closed", [], "rosa", { type: "closeRoom", roomId: room("athens") }, "not-found"],
  [
    "named like a word of JavaScript is not closed",
    [],
    "rosa",
    { type: "closeRoom", roomId: room("constructor") },
    "not-found",
  ],
]);

table("a mute", [
  [
    "is made by a moderator",
    onAir("ana"),
    "rosa",
    { type: "mute", source: mic("ana") },
    [{ type: "muted", source: mic("ana"), by: "stage" }],
  ],
  [
    "is made by the owner",
    onAir("ana"),
    "ana",
    { type: "mute", source: mic("ana") },
    [{ type: "muted", source: mic("ana"), by: "owner" }],
  ],
  ["is not made by another", onAir("ana"), "ben", { type: "mute", source: mic("ana") }, "forbidden"],
  ["needs somebody on air", [raise("ana")], "rosa", { type: "mute", source: mic("ana") }, "not-on-floor"],
  ["is not for a room that nobody knows", [], "rosa", { type: "mute", source: sound("constructor") }, "not-on-floor"],
  [
    "is not lifted by a moderator",
    [...onAir("ana"), command("rosa", { type: "mute", source: mic("ana") })],
    "rosa",
    { type: "unmute", source: mic("ana") },
    "forbidden",
  ],
  [
    "is lifted by the owner, whoever made it",
    [...onAir("ana"), command("rosa", { type: "mute", source: mic("ana") })],
    "ana",
    { type: "unmute", source: mic("ana") },
    [{ type: "unmuted", source: mic("ana") }],
  ],
]);

table("a take", [
  [
    "puts a scene on the program",
    [],
    "rosa",
    takes("program", one(camera1("lima"))),
    [{ type: "programTaken", scene: one(camera1("lima")), at: now }],
  ],
  ["needs the desk for the program", [], "durbanDesk", takes("program", one(camera1("lima"))), "forbidden"],
  [
    "is the operator's on the own screen",
    [],
    "durbanDesk",
    takes("durban", one(camera1("lima"))),
    [{ type: "screenTaken", roomId: room("durban"), scene: one(camera1("lima")) }],
  ],
  ["is not on another's", [], "chennaiDesk", takes("durban", one(camera1("lima"))), "forbidden"],
  ["is on no screen elsewhere", [], "rosa", takes("athens", one(camera1("lima"))), "not-found"],
  ["shows no room elsewhere", [], "rosa", takes("program", one(camera1("athens"))), "not-found"],
  ["shows nobody unknown", [], "rosa", takes("program", one(camera("nobody"))), "not-found"],
  ["shows nobody named like a word of JavaScript", [], "rosa", takes("program", one(camera("toString"))), "not-found"],
  ["shows no sound", [], "rosa", takes("program", one(sound("lima"))), "not-a-picture"],
  ["of two takes two", [], "rosa", takes("program", { layout: "two", sources: [camera1("lima")] }), "wrong-count"],
  [
    "takes nobody twice",
    [],
    "rosa",
    takes("program", { layout: "two", sources: [share("ana"), share("ana")] }),
    "wrong-count",
  ],
  [
    "is followed by the program again",
    [command("durbanDesk", takes("durban", one(camera1("lima"))))],
    "durbanDesk",
    { type: "followProgram", roomId: room("durban") },
    [{ type: "screenTaken", roomId: room("durban"), scene: null }],
  ],
  ["is not of a room elsewhere", [], "rosa", { type: "followProgram", roomId: room("athens") }, "not-found"],
  ["is not of the room toString", [], "rosa", { type: "followProgram", roomId: room("toString") }, "not-found"],
]);
