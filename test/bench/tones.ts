import type { Browser } from "playwright-core";
import { packetsPerSecond } from "../support/peer.ts";
import type { Payloads } from "../support/peer.ts";

/** A second of a steady tone as Opus, made by Chromium's own encoder, over and over. `hertz`: a whole number, so that the second joins itself. */
export async function toneOf(browser: Browser, hertz: number): Promise<Payloads> {
  const page = await browser.newPage();
  try {
    // The encoder works on secure pages only; this one is answered here and no network sees it.
    await page.route("https://tone.invalid/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    );
    await page.goto("https://tone.invalid/");
    const packets = (await page.evaluate(encode, { hertz, seconds: 2 })).map((bytes) => Uint8Array.from(bytes));
    // The first second has the encoder's own start in it.
    const second = packets.slice(packetsPerSecond, 2 * packetsPerSecond);
    if (second.length !== packetsPerSecond) throw new Error(`the encoder made ${packets.length} packets`);
    return (number) => second[number % packetsPerSecond] ?? new Uint8Array();
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function encode({ hertz, seconds }: { hertz: number; seconds: number }): Promise<number[][]> {
  const rate = 48_000;
  const packets: number[][] = [];
  const encoder = new AudioEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push([...bytes]);
    },
    error: (error) => reportError(error),
  });
  encoder.configure({ codec: "opus", sampleRate: rate, numberOfChannels: 1, bitrate: 32_000 });
  const frame = 960;
  for (let at = 0; at < rate * seconds; at += frame) {
    const data = Float32Array.from(
      { length: frame },
      (_, i) => 0.4 * Math.sin((2 * Math.PI * hertz * (at + i)) / rate),
    );
    const timestamp = Math.round((at / rate) * 1e6);
    encoder.encode(
      new AudioData({ format: "f32", sampleRate: rate, numberOfFrames: frame, numberOfChannels: 1, timestamp, data }),
    );
  }
  await encoder.flush();
  encoder.close();
  return packets;
}
