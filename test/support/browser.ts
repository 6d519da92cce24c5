import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { makeSourceFiles } from "./sources.ts";
import type { Mark, SourceFiles } from "./sources.ts";

/** What every Chromium of the tests is started with: no look-ups at its maker's, no sandbox where the tests run as root. */
const flags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-gpu",
  "--disable-features=WebRtcHideLocalIpsWithMdns",
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
];

export interface Device {
  readonly browser: Browser;
  readonly context: BrowserContext;
  page(url: string): Promise<Page>;
  /** Another person at the same device: a profile of its own, the same camera and microphone. */
  another(context?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export interface DeviceOptions {
  /** Camera and microphone of this device; without, it has Chromium's own beeping fake. */
  readonly mark?: Mark;
  readonly size?: { readonly width: number; readonly height: number; readonly fps: number };
  readonly context?: BrowserContextOptions;
  readonly args?: readonly string[];
  /** Without the microphone and camera permission being granted at once. */
  readonly denies?: boolean;
  /** A device without camera and microphone. */
  readonly bare?: boolean;
  /** Another program than CHROME_BIN that runs it, e.g. on the far side of a line. */
  readonly program?: string;
}

/** One device: a Chromium of its own, because a process can have one fake microphone only. */
export async function openDevice(options: DeviceOptions = {}): Promise<Device> {
  const executablePath = options.program ?? process.env["CHROME_BIN"];
  if (executablePath === undefined) throw new Error("CHROME_BIN is not set: run the tests by npm test");
  let files: SourceFiles | null = null;
  let args = options.bare === true ? flags.filter((flag) => !flag.startsWith("--use-fake-device")) : [...flags];
  if (options.denies === true) args = args.filter((flag) => !flag.startsWith("--use-fake-ui"));
  if (options.mark !== undefined) {
    files = await makeSourceFiles(options.mark, options.size);
    args.push(`--use-file-for-fake-video-capture=${files.video}`, `--use-file-for-fake-audio-capture=${files.audio}`);
  }
  const browser = await chromium.launch({ executablePath, args: [...args, ...(options.args ?? [])], headless: true });
  const another = async (more: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const made = await browser.newContext({ locale: "en-GB", ...options.context, ...more });
    await made.addInitScript(recordConnections);
    return made;
  };
  const context = await another();
  return {
    browser,
    context,
    another,
    async page(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await files?.remove();
    },
  };
}

/** Runs in the page before its own scripts: keeps a hold of the page's peer connections, so that tests read their statistics. */
function recordConnections(): void {
  const made: RTCPeerConnection[] = [];
  const Original = window.RTCPeerConnection;
  const Recorded = new Proxy(Original, {
    construct(target, args: ConstructorParameters<typeof RTCPeerConnection>) {
      const connection = new target(...args);
      made.push(connection);
      return connection;
    },
  });
  Object.assign(window, { RTCPeerConnection: Recorded, testConnections: made });
}
