import { createHash, randomBytes } from "node:crypto";

/** A secret of an invite, or a token of a pass: 192 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored instead: SHA-256, hex. Secrets are random and long, so that neither salt nor stretching adds anything. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Identity of what an organiser's command makes, the same when the command is sent again. */
export function idFor(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16);
}

/** The URL that an invite is handed out as. The secret stands in the fragment, which no browser sends to any server. */
export function inviteUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/join#${secret}`;
}
