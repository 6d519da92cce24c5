import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "./senses.ts";

// Firefox over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/): as little of it as a visitor's page needs.

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface FirefoxPage {
  /** Runs a function in the page; arguments and result travel as JSON. */
  evaluate<Input extends Value, Output>(run: (input: Input) => Output | Promise<Output>, input: Input): Promise<Output>;
  /** Waits until there is something of this role and accessible name that can be pressed, and presses it with the mouse. */
  press(role: string, name: string): Promise<void>;
  /** The same, and writes into it. */
  write(name: string, text: string): Promise<void>;
  /** Waits until there is something of this role and accessible name. */
  see(role: string, name: string): Promise<void>;
}

export interface Firefox {
  open(url: string): Promise<FirefoxPage>;
  close(): Promise<void>;
}

/** `preferences`: beside those that grant a made-up microphone and camera. */
export async function openFirefox(preferences: Readonly<Record<string, boolean | number | string>>): Promise<Firefox> {
  const program = process.env["FIREFOX_BIN"];
  if (program === undefined) throw new Error("FIREFOX_BIN is not set: run the tests by npm test");
  const profile = await mkdtemp(join(tmpdir(), "crossroom-firefox-"));
  const all = { ...quiet, ...preferences };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const child = spawn(program, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bidi = await Bidi.open(`${await addressOf(child)}/session`);
    await bidi.send("session.new", { capabilities: {} });
    return {
      async open(url) {
        const { context } = await bidi.send<{ context: string }>("browsingContext.create", { type: "tab" });
        await bidi.send("browsingContext.navigate", { context, url, wait: "complete" });
        return new Tab(bidi, context);
      },
      async close() {
        bidi.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** No look-ups at its maker's, no question before the made-up devices. */
const quiet = {
  "media.navigator.permission.disabled": true,
  "media.navigator.streams.fake": true,
  "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "en-GB",
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

function addressOf(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  if (stderr === null) throw new Error("Firefox has no standard error");
  return new Promise((resolve, reject) => {
    let said = "";
    stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Firefox ended with ${code}\n${said}`)));
  });
}

/** One connection: commands and their answers by number. */
class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#take(String(data)));
    socket.addEventListener("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Firefox has hung up"));
    });
  }

  static async open(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", () => reject(new Error(`no answer at ${url}`)));
    });
    return new Bidi(socket);
  }

  /** The result's shape is the specification's; who asks names it. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it says what is expected of the answer
  async send<Result>(method: string, params: { readonly [key: string]: Value }): Promise<Result> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.send(JSON.stringify({ id, method, params }));
    return (await answer) as Result;
  }

  close(): void {
    this.#socket.close();
  }

  #take(text: string): void {
    const said = JSON.parse(text) as { id?: number; type: string; result?: unknown; error?: string; message?: string };
    const asked = said.id === undefined ? undefined : this.#waiting.get(said.id);
    if (asked === undefined || said.id === undefined) return;
    this.#waiting.delete(said.id);
    if (said.type === "success") asked.resolve(said.result);
    else asked.reject(new Error(`${said.error}: ${said.message}`));
  }
}

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

class Tab implements FirefoxPage {
  readonly #bidi: Bidi;
  readonly #context: string;

  constructor(bidi: Bidi, context: string) {
    this.#bidi = bidi;
    this.#context = context;
  }

  async evaluate<Input extends Value, Output>(
    run: (input: Input) => Output | Promise<Output>,
    input: Input,
  ): Promise<Output> {
    const text = await this.#run(
      `async (input) => JSON.stringify((await (${run.toString()})(JSON.parse(input))) ?? null)`,
      [{ type: "string", value: JSON.stringify(input) }],
    );
    return JSON.parse(text) as Output;
  }

  async press(role: string, name: string): Promise<void> {
    const node = await this.#find(role, name);
    const element = { type: "element", element: { sharedId: node } };
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin: element },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    await this.#act({ type: "pointer", id: "mouse", actions });
  }

  async write(name: string, text: string): Promise<void> {
    await this.press("textbox", name);
    const actions = Array.from(text).flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#act({ type: "key", id: "keyboard", actions });
  }

  async see(role: string, name: string): Promise<void> {
    await this.#find(role, name);
  }

  async #act(source: { readonly [key: string]: Value }): Promise<void> {
    await this.#bidi.send("input.performActions", { context: this.#context, actions: [source] });
  }

  /** The one element of this role and name, scrolled to, once it is there and neither disabled nor covered. */
  async #find(role: string, name: string): Promise<string> {
    let found = "";
    await eventually(async () => {
      const { nodes } = await this.#bidi.send<{ nodes: readonly { readonly sharedId: string }[] }>(
        "browsingContext.locateNodes",
        { context: this.#context, locator: { type: "accessibility", value: { role, name } } },
      );
      const [node, second] = nodes;
      if (node === undefined || second !== undefined) throw new Error(`${nodes.length} times ${role} ${name}`);
      const state = await this.#run(String(scrollTo), [{ sharedId: node.sharedId }]);
      if (state !== "ready") throw new Error(`${role} ${name} is ${state}`);
      found = node.sharedId;
    });
    return found;
  }

  async #run(functionDeclaration: string, given: readonly Value[]): Promise<string> {
    const { result, exceptionDetails } = await this.#bidi.send<Evaluated>("script.callFunction", {
      functionDeclaration,
      arguments: given,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (result?.value === undefined) throw new Error(exceptionDetails?.text ?? "no result");
    return result.value;
  }
}

/** Runs in the page. */
function scrollTo(element: Element): string {
  element.scrollIntoView({ block: "center", behavior: "instant" });
  if (element.getAttribute("aria-disabled") === "true" || element.matches(":disabled")) return "disabled";
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top !== null && (element.contains(top) || top.contains(element)) ? "ready" : "covered";
}
