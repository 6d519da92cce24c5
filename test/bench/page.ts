import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";
import type { BrowserContext } from "playwright-core";
import { openDevice } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import type { Figure } from "./figures.ts";

const name = "page";

/** Kilobytes (1,000 bytes) that may come until "Listen now" can be pressed. */
export const heaviest = { first: 100, second: 10 } as const;

/** Kilobytes over the page's TCP connections, headers and socket included: `down` to the page, `up` from it. */
export interface Weight {
  readonly down: number;
  readonly up: number;
}

/**
 * A first visit, from an invite's link with nothing kept, and a second one at the page's own address. At localhost:
 * there, as over https and not over plain HTTP elsewhere, Chromium takes Brotli.
 */
export async function measurePage(): Promise<{ readonly first: Weight; readonly second: Weight }> {
  const server = await startServer();
  const scales = await openScales(server.port);
  const device = await openDevice({ bare: true });
  try {
    const visit = async (
      context: BrowserContext,
      address: string,
    ): Promise<{ readonly url: string; readonly weight: Weight }> => {
      const page = await context.newPage();
      const before = scales.read();
      await page.goto(address, { waitUntil: "commit" });
      await page.getByRole("button", { name: "Listen now" }).click({ trial: true });
      const after = scales.read();
      const url = page.url();
      await page.close();
      return { url, weight: { down: after.down - before.down, up: after.up - before.up } };
    };
    const invite = server.invite("participant").replace(`:${server.port}/`, `:${scales.port}/`);
    const first = await visit(device.context, invite);
    const second = await visit(device.context, first.url);
    return { first: first.weight, second: second.weight };
  } finally {
    await device.close();
    scales.close();
    await server.close();
  }
}

/** Passes TCP connections on to a port of this machine, and weighs what goes over them. */
async function openScales(port: number): Promise<{ readonly port: number; read(): Weight; close(): void }> {
  let [down, up] = [0, 0];
  const sockets = new Set<Socket>();
  const scales = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    far.on("data", (chunk) => {
      down += chunk.length;
    });
    near.on("data", (chunk) => {
      up += chunk.length;
    });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      // A page that goes away resets its connections: both ends close, and that is all.
      socket.on("error", () => socket.destroy());
    }
    near.pipe(far);
    far.pipe(near);
  });
  scales.listen(0, "127.0.0.1");
  await once(scales, "listening");
  const address = scales.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    read: () => ({ down: down / 1000, up: up / 1000 }),
    close() {
      scales.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export async function page(say: (figure: Figure) => void): Promise<void> {
  const { first, second } = await measurePage();
  say({
    name,
    figure: "until Listen now, first visit, from the invite",
    value: first.down,
    unit: "kB",
    target: heaviest.first,
  });
  say({ name, figure: "until Listen now, second visit", value: second.down, unit: "kB", target: heaviest.second });
  say({ name, figure: "sent by the page, first visit", value: first.up, unit: "kB", target: null });
}
