// Does this worker work? Run under the pinned Node: `node smoke.mjs <mediasoup-worker>`. Brings a WebRtcTransport so far that it
// says hello: a STUN request is answered (the channel to Node, libuv, ICE), then DTLS's ClientHello comes (OpenSSL writes). A
// binary that starts is not enough: one built against the wrong OpenSSL crashes at exactly that hello.
import { createHmac, randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { resolve } from "node:path";
import { crc32 } from "node:zlib";
import * as mediasoup from "mediasoup";

const limitMs = 15_000;

const fail = (why) => {
  console.error(`the media worker does not work: ${why}`);
  process.exit(1);
};
setTimeout(() => fail(`no answer within ${limitMs / 1000} s`), limitMs);
// Rejections of this module come here too; so does what mediasoup throws when a worker ends at once.
process.on("uncaughtException", (error) => fail(error?.message ?? error));

/** RFC 8489, 14: type, length, value padded to 4 bytes */
function attribute(type, value) {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** An ICE connectivity check (RFC 8445, 7.2.2) that nominates the pair. */
function bindingRequest(username, password) {
  const start = Buffer.concat([
    Buffer.from("000100002112a442", "hex"), // binding request, length (below), magic cookie
    randomBytes(12), // transaction id
    attribute(0x0006, Buffer.from(username)),
    attribute(0x0024, Buffer.from("6e001eff", "hex")), // PRIORITY
    attribute(0x802a, randomBytes(8)), // ICE-CONTROLLING
    attribute(0x0025, Buffer.alloc(0)), // USE-CANDIDATE
  ]);
  // Integrity (24 bytes) and fingerprint (8) are computed over a header whose length counts them already.
  const announce = (message, extra) => message.writeUInt16BE(message.length - 20 + extra, 2);
  announce(start, 24);
  const integrity = createHmac("sha1", password).update(start).digest();
  const signed = Buffer.concat([start, attribute(0x0008, integrity)]);
  announce(signed, 8);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(signed) ^ 0x5354554e) >>> 0);
  return Buffer.concat([signed, attribute(0x8028, fingerprint)]);
}

const worker = await mediasoup.createWorker({ workerBin: resolve(process.argv[2]), logLevel: "error" });
worker.on("died", (error) => fail(error.message));
const router = await worker.createRouter({
  mediaCodecs: [{ kind: "audio", mimeType: "audio/opus", clockRate: 48000, channels: 2 }],
});
const transport = await router.createWebRtcTransport({
  listenInfos: [{ protocol: "udp", ip: "127.0.0.1" }],
  enableSctp: true,
});
// We claim the server's part of DTLS, so that the worker must begin.
await transport.connect({
  dtlsParameters: { role: "server", fingerprints: transport.dtlsParameters.fingerprints },
});

const socket = createSocket("udp4");
const hello = new Promise((done) => {
  let answered = false;
  socket.on("message", (data) => {
    if (data.readUInt16BE(0) === 0x0101) answered = true; // STUN success
    else if (data[0] === 22 && answered) done(data); // DTLS handshake record
  });
});
const { usernameFragment, password } = transport.iceParameters;
const { port } = transport.iceCandidates[0];
const request = bindingRequest(`${usernameFragment}:smoke`, password);
socket.send(request, port, "127.0.0.1");
await hello;
await transport.dump(); // Still alive after it.
console.log(`mediasoup ${mediasoup.version}: ICE answered, DTLS began`);
worker.close();
process.exit(0);
