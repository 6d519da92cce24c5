import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

/** A stretch of line between one device and the server's HTTP port that can be cut. Media does not go over it. */
export interface Line {
  readonly url: string;
  /** The same address by way of this line. */
  by(address: string): string;
  /** Breaks every connection, and refuses new ones for so long (milliseconds). Resolves when it is whole again. */
  cut(length: number): Promise<void>;
  /** What the server says stays on the way, until the answer is called; what the page says arrives. */
  hold(): () => void;
  close(): Promise<void>;
}

export async function layLine(port: number): Promise<Line> {
  const open = new Set<Socket>();
  const fars = new Set<Socket>();
  let broken = false;
  let held = false;
  const server = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(port, "localhost");
    fars.add(far);
    far.on("close", () => fars.delete(far));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("data", (chunk: Buffer) => other.write(chunk));
      socket.on("end", () => other.end());
      // A reset on one side is one on the other: the page sees what it would see without us.
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
    if (held) far.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://localhost:${address.port}`;
  return {
    url,
    by(to) {
      const there = new URL(to);
      return `${url}${there.pathname}${there.hash}`;
    },
    async cut(length) {
      broken = true;
      for (const socket of open) socket.destroy();
      // The fault's own length.
      await new Promise((resolve) => setTimeout(resolve, length));
      broken = false;
    },
    hold() {
      held = true;
      for (const far of fars) far.pause();
      return () => {
        held = false;
        for (const far of fars) far.resume();
      };
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
