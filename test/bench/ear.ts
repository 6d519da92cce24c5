import type { BrowserContext, Page } from "playwright-core";

/** What is put into a page before its own scripts, to say when things happened. Times: milliseconds since 1970. */
interface Ear {
  /** When sound with this tone was first decoded since `listenFor`; null: not yet. */
  heard: number | null;
  opened: number | null;
  clicked: number | null;
  /** Sound that the page could hear now, flowing or not. */
  tracks: () => number;
  /** A path stands, and nothing is being negotiated on it. */
  ready: () => boolean;
  listenFor: (hertz: number) => void;
}

declare global {
  interface Window {
    testEar: Ear;
  }
}

/** Pages of this context listen for a tone from their first moment on. */
export async function giveEars(context: BrowserContext, hertz: number): Promise<void> {
  await context.addInitScript(install, hertz);
}

/** Runs in the page: hears what is decoded, about each 4 ms, over the newest 10 ms of each track. */
function install(first: number): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const connections: RTCPeerConnection[] = [];
  const analysers = new Map<MediaStreamTrack, AnalyserNode>();
  const context = new AudioContext({ sampleRate: 48_000, latencyHint: "interactive" });
  const samples = new Float32Array(512);
  let tone = first;
  const ear: Ear = {
    heard: null,
    opened: null,
    clicked: null,
    tracks: () => [...analysers.keys()].filter(({ readyState }) => readyState === "live").length,
    ready: () =>
      connections.some(
        ({ connectionState, signalingState }) => connectionState === "connected" && signalingState === "stable",
      ),
    listenFor(hertz) {
      tone = hertz;
      ear.heard = null;
    },
  };
  window.testEar = ear;

  /** Amplitude of the tone (Goertzel 1958). */
  const amplitude = (analyser: AnalyserNode): number => {
    analyser.getFloatTimeDomainData(samples);
    const factor = 2 * Math.cos((2 * Math.PI * tone) / 48_000);
    let [one, two] = [0, 0];
    for (const sample of samples) [one, two] = [sample + factor * one - two, one];
    return (2 * Math.sqrt(Math.max(0, one * one + two * two - factor * one * two))) / samples.length;
  };
  setInterval(() => {
    if (ear.heard !== null) return;
    for (const analyser of analysers.values()) if (amplitude(analyser) > 0.1) ear.heard = now();
  }, 4);

  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, args: ConstructorParameters<typeof RTCPeerConnection>) {
      const connection = new target(...args);
      connections.push(connection);
      connection.addEventListener("track", ({ track }) => {
        if (track.kind !== "audio") return;
        const analyser = context.createAnalyser();
        analyser.fftSize = samples.length;
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
        analysers.set(track, analyser);
      });
      return connection;
    },
  });
  window.WebSocket = new Proxy(window.WebSocket, {
    construct(target, args: ConstructorParameters<typeof WebSocket>) {
      const socket = new target(...args);
      socket.addEventListener("open", () => (ear.opened ??= now()));
      return socket;
    },
  });
  window.addEventListener("click", () => (ear.clicked ??= now()), { capture: true });
}

const patience = { timeout: 30_000 };

/** When the tone was heard (milliseconds since 1970). */
export async function whenHeard(page: Page): Promise<number> {
  await page.waitForFunction(() => window.testEar.heard !== null, undefined, patience);
  return whenOf(page, "heard");
}

export async function whenOf(page: Page, what: "heard" | "opened" | "clicked"): Promise<number> {
  const at = await page.evaluate((name) => window.testEar[name], what);
  if (at === null) throw new Error(`the page does not know when it was ${what}`);
  return at;
}

/** The path stands, and so many voices are set up on it. */
export async function warmed(page: Page, voices: number): Promise<void> {
  await page.waitForFunction((count) => window.testEar.ready() && window.testEar.tracks() >= count, voices, patience);
}
