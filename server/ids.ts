import { randomBytes } from "node:crypto";
import type { $brand } from "zod";

/** A fresh identity: 96 random bits, base64url. Not a secret. */
export function newId<Kind extends string>(): string & $brand<Kind> {
  return randomBytes(12).toString("base64url") as string & $brand<Kind>;
}
