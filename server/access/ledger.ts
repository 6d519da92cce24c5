import type { Instant, InviteId, PassId } from "../../shared/ids.ts";
import type { InviteRow, PassRow } from "../store/port.ts";
import { endsPasses } from "./invites.ts";

/** Invites and passes in memory, by identity and by hash. */
export class Ledger {
  readonly #invites = new Map<InviteId, InviteRow>();
  readonly #invitesByHash = new Map<string, InviteId>();
  readonly #passes = new Map<PassId, PassRow>();
  readonly #passesByHash = new Map<string, PassId>();
  readonly #passesByInvite = new Map<InviteId, Set<PassId>>();
  /** Invites whose expiry will end passes, and has not yet. */
  readonly #running = new Set<InviteId>();

  putInvite(invite: InviteRow): void {
    const before = this.#invites.get(invite.id);
    if (before !== undefined) this.#invitesByHash.delete(before.secretHash);
    this.#invites.set(invite.id, invite);
    this.#invitesByHash.set(invite.secretHash, invite.id);
    if (invite.revokedAt === null && invite.expiresAt !== null) this.#running.add(invite.id);
    else this.#running.delete(invite.id);
  }

  putPass(pass: PassRow): void {
    const before = this.#passes.get(pass.id);
    if (before !== undefined) this.#passesByHash.delete(before.tokenHash);
    this.#passes.set(pass.id, pass);
    this.#passesByHash.set(pass.tokenHash, pass.id);
    const ofInvite = this.#passesByInvite.get(pass.inviteId) ?? new Set();
    this.#passesByInvite.set(pass.inviteId, ofInvite.add(pass.id));
  }

  invite(id: InviteId): InviteRow | null {
    return this.#invites.get(id) ?? null;
  }

  inviteByHash(secretHash: string): InviteRow | null {
    const id = this.#invitesByHash.get(secretHash);
    return id === undefined ? null : this.invite(id);
  }

  invites(): readonly InviteRow[] {
    return [...this.#invites.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  pass(id: PassId): PassRow | null {
    return this.#passes.get(id) ?? null;
  }

  passByHash(tokenHash: string): PassRow | null {
    const id = this.#passesByHash.get(tokenHash);
    return id === undefined ? null : this.pass(id);
  }

  /** All passes that came with an invite, also those that have ended. */
  passesOf(id: InviteId): readonly PassRow[] {
    return [...(this.#passesByInvite.get(id) ?? [])].map((passId) => this.pass(passId)).filter((pass) => pass !== null);
  }

  openPasses(id: InviteId): readonly PassRow[] {
    return this.passesOf(id).filter((pass) => pass.endedAt === null);
  }

  /** The invites whose expiry has ended their passes since this was last asked. */
  takeExpired(now: Instant): readonly InviteRow[] {
    const expired = [...this.#running]
      .map((id) => this.invite(id))
      .filter((invite) => invite !== null)
      .filter((invite) => endsPasses(invite, now));
    for (const invite of expired) this.#running.delete(invite.id);
    return expired;
  }
}
