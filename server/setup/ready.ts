// What the set-up leaves for the server.
import { resolve } from "node:path";

/** The built pages. */
export const clientFolder = resolve(import.meta.dirname, "../../dist/client");

/** The media worker's binary: `npm start` has found or built it, and tried it. */
export function workerBinary(env: NodeJS.ProcessEnv = process.env): string {
  const path = env["MEDIASOUP_WORKER_BIN"];
  if (!path) throw new Error("MEDIASOUP_WORKER_BIN is not set: start with npm start, which finds or builds the worker");
  return path;
}
