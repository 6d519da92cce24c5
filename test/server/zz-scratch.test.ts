import { test } from "vitest";
import { openCaller } from "../support/caller.ts";
import { startServer } from "../support/server.ts";
test("look", async () => {
  const server = await startServer();
  const ana = await openCaller(server.invite("participant"));
  const op = await openCaller(server.invite("operator", "Durban"));
  const live = ana.welcome.occurrences[0]!;
  const caps = ana.welcome.routerRtpCapabilities as Record<string, unknown>;
  const say = (what: string, x: unknown) => console.log(what, JSON.stringify(x).slice(0, 200));
  say("attach junk caps", await ana.send("attach", { occurrenceId: live.id, page: "participant", media: { rtpCapabilities: { codecs: 5 } }, listening: true }));
  const a = await ana.call("attach", { occurrenceId: live.id, page: "participant", media: { rtpCapabilities: caps }, listening: true });
  if (!a.ok) throw new Error("x");
  const t = a.value.media!.receive.id;
  const dtls = { role: "client", fingerprints: [{ algorithm: "sha-256", value: Array(32).fill("AA").join(":") }] };
  say("connect junk", await ana.send("connectTransport", { transportId: t, dtlsParameters: { a: 1 } }));
  say("connect junk2", await ana.send("connectTransport", { transportId: t, dtlsParameters: { role: "x", fingerprints: [{ algorithm: "sha-1x", value: 1 }] } }));
  say("connect", await ana.send("connectTransport", { transportId: t, dtlsParameters: dtls }));
  say("connect2", await ana.send("connectTransport", { transportId: t, dtlsParameters: dtls }));
  say("restartIce", await ana.send("restartIce", { transportId: t }));
  say("openSend", await ana.send("openSend", {}));
  const b = await op.call("attach", { occurrenceId: live.id, page: "station", media: { rtpCapabilities: caps }, listening: true });
  if (!b.ok) throw new Error("y");
  say("restart other's", await op.send("restartIce", { transportId: t }));
  const s = await op.send("openSend", {});
  say("openSend", s);
  const id = (s as { value: { id: string } }).value.id;
  for (const rtp of [{}, { codecs: [] }, { codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48000, channels: 2 }], encodings: [] }, { codecs: [{ mimeType: "audio/foo", payloadType: 111, clockRate: 48000 }], encodings: [{ ssrc: 5 }] },
    { codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48000, channels: 2 }], encodings: [{ ssrc: 5 }], mid: "0" }, { codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48000, channels: 2 }], encodings: [{ ssrc: 5 }], mid: "0" },
    { codecs: [{ mimeType: "audio/opus", payloadType: 99999, clockRate: -1, channels: 2 }], encodings: [{ ssrc: 1e12 }], mid: "0" }, { codecs: [{ mimeType: "audio/opus", payloadType: 1.5, clockRate: 48000, channels: 2 }], encodings: [{ ssrc: "x" }], mid: {}, headerExtensions: [{ uri: "a" }] }])
    say("produce " + JSON.stringify(rtp).slice(0, 60), await op.send("produce", { transportId: id, track: "sound", rtpParameters: rtp }));
  say("produce same ssrc on camera1", await op.send("produce", { transportId: id, track: "camera1", rtpParameters: { codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90000 }], encodings: [{ ssrc: 5 }], mid: "1" } }));
  const a3 = await op.send("attach", { occurrenceId: live.id, page: "station", media: { rtpCapabilities: { codecs: [{ kind: "audio" }] } }, listening: true });
  say("attach junk with producer", a3);
  const a4 = await ana.send("attach", { occurrenceId: live.id, page: "participant", media: { rtpCapabilities: { codecs: 7, headerExtensions: "x" } }, listening: true });
  say("attach junk with producer", a4);
  console.log(server.log().split("\n").filter((l) => l.includes('"level":50')).map((l) => l.slice(0, 600)).join("\n"));
  await server.close();
});
