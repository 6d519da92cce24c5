import type { Instant, InviteId, PassId } from "../../shared/ids.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Parsed } from "../../shared/protocol/table.ts";
import type { InviteView, PassInfo } from "../../shared/protocol/views.ts";
import { ok, refuse } from "../../shared/result.ts";
import type { Result } from "../../shared/result.ts";
import { newId } from "../ids.ts";
import type { ListedInvite } from "../plan/reads.ts";
import type { InviteRow, PassRow, Store } from "../store/port.ts";
import { checkInvite, endsPasses, inviteRow, inviteView, isOver, organiserInvite, passInfo } from "./invites.ts";
import type { InviteInput, Places } from "./invites.ts";
import { Ledger } from "./ledger.ts";
import { hashOf, idFor, newSecret } from "./secrets.ts";
import { Turns } from "./turns.ts";

export type WhyEnded = "revoked" | "removed" | "forgotten" | "expired";
export type EndedListener = (passIds: readonly PassId[], why: WhyEnded) => void;

export interface NewInvite {
  readonly invite: InviteView;
  /** Shown once, stored nowhere. */
  readonly secret: string;
}

export interface NewToken {
  readonly invite: InviteView;
  /** What a script shows as its bearer. Shown once, stored nowhere. */
  readonly token: string;
}

export interface Exchanged {
  readonly passId: PassId;
  /** What the browser keeps and shows from now on. */
  readonly token: string;
  readonly pass: PassInfo;
}

/**
 * Invites and passes: who may come in, and as whom. Held in memory by hash; every change is in the store before it
 * counts. Nothing here, and no error from here, names a secret, a token or a person.
 */
export class Access {
  readonly #store: Store;
  readonly #places: Places;
  readonly #now: () => Instant;
  readonly #ledger: Ledger;
  readonly #listeners = new Set<EndedListener>();
  readonly #changeListeners = new Set<() => void>();
  /** Of invites that only one browser may use. */
  readonly #turns = new Turns<InviteId>();

  private constructor(store: Store, places: Places, now: () => Instant, ledger: Ledger) {
    this.#store = store;
    this.#places = places;
    this.#now = now;
    this.#ledger = ledger;
  }

  /** Reads invites and passes from the store. `places` is the plan. */
  static async open(store: Store, places: Places, options: { readonly now: () => Instant }): Promise<Access> {
    const ledger = new Ledger();
    for (const invite of await store.readInvites()) ledger.putInvite(invite);
    for (const pass of await store.readPasses()) ledger.putPass(pass);
    ledger.takeExpired(options.now());
    return new Access(store, places, options.now, ledger);
  }

  /** Tells of passes that have ended, once that is durable: whoever is connected with one goes. @returns what ends that */
  onEnded(listener: EndedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** After every change of invites, or of how many use them. @returns what ends that */
  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /**
   * Makes an invite. The same command again gives the same invite with a **new** secret, and the old one opens nothing:
   * a page asks again only if the answer was lost, and the first secret was not kept.
   */
  async createInvite(input: Parsed<"createInvite">, by: PassId): Promise<Result<NewInvite, ErrorCode>> {
    const id = idFor(by, input.commandId) as InviteId;
    const before = this.#ledger.invite(id);
    if (before !== null) return ok(await this.#write({ ...before }));
    return this.makeInvite(input, id);
  }

  /**
   * Makes a token for scripts: an entry in the list of invites that nothing opens, and its one pass. The same command
   * again gives the same entry with a **new** token, as with invites.
   */
  async createToken(input: Parsed<"createToken">, by: PassId): Promise<Result<NewToken, ErrorCode>> {
    const { commandId, ...scope } = input;
    const now = this.#now();
    const id = idFor("token", by, commandId) as InviteId;
    const before = this.#ledger.invite(id);
    const asInvite = { ...scope, occurrenceId: null, shared: false };
    const checked = before === null ? checkInvite(asInvite, this.#places, now) : ok(null);
    if (!checked.ok) return checked;
    const invite = before ?? inviteRow(asInvite, id, hashOf(newSecret()), now, true);
    const token = newSecret();
    const used = this.#ledger.passesOf(id)[0];
    const row = { ...(used ?? this.#newPass(id, hashOf(newSecret()))), tokenHash: hashOf(token) };
    // Asked for in one turn, and so committed together.
    await Promise.all([this.#store.writeInvite(invite), this.#store.writePasses([row])]);
    this.#ledger.putInvite(invite);
    this.#ledger.putPass(row);
    this.#tellChanged();
    return ok({ invite: this.#view(invite), token });
  }

  /** An invite without a command: for the server itself and its tools. */
  async makeInvite(input: InviteInput, id: InviteId = newId<"InviteId">()): Promise<Result<NewInvite, ErrorCode>> {
    const now = this.#now();
    const checked = checkInvite(input, this.#places, now);
    if (!checked.ok) return checked;
    return ok(await this.#write(inviteRow(input, id, "", now)));
  }

  /**
   * The installation's first invite, for an organiser: usable once, for 24 hours, because standard output is a log.
   * Null if there has been one for an organiser already; `npm run invite -- organiser` makes others.
   */
  async firstInvite(): Promise<NewInvite | null> {
    if (this.#ledger.invites().some((invite) => invite.role === "organiser")) return null;
    const made = await this.makeInvite(organiserInvite("Organiser", this.#now()));
    return made.ok ? made.value : null;
  }

  /**
   * Exchanges an invite's secret for a pass. `held`: the tokens that the browser has; if one of them came with this
   * invite, that is who it is. `browser`: the value of its cookie.
   *
   * @returns `not-found` for an unknown secret; `expired` if the invite is over, or is for one browser and another has it
   */
  async exchange(asked: {
    readonly secret: string;
    readonly held: readonly string[];
    readonly browser: string;
  }): Promise<Result<Exchanged, "expired" | "not-found">> {
    const invite = await this.#find(hashOf(asked.secret));
    if (invite === null) return refuse("not-found");
    // Nobody is taken for somebody else because neither has a cookie.
    const browserHash = hashOf(asked.browser === "" ? newSecret() : asked.browser);
    if (invite.shared) return this.#enter(invite.id, asked.held, browserHash);
    return this.#turns.take(invite.id, () => this.#enter(invite.id, asked.held, browserHash));
  }

  /** Who holds this token; null if nobody, or not any more. Looks up a hash: takes the same time for every token. */
  passByToken(token: string): PassInfo | null {
    const pass = this.#ledger.passByHash(hashOf(token));
    return pass === null ? null : this.#valid(pass);
  }

  /** The pass as it is now; null if it is not valid any more. */
  pass(id: PassId): PassInfo | null {
    const pass = this.#ledger.pass(id);
    return pass === null ? null : this.#valid(pass);
  }

  /** The hash of the browser's cookie, also for a pass that has ended; null if there was no such pass. */
  browserOf(id: PassId): string | null {
    return this.#ledger.pass(id)?.browserHash ?? null;
  }

  /** Ends an invite and every pass that came with it. */
  async revokeInvite(id: InviteId): Promise<Result<null, ErrorCode>> {
    if (this.#ledger.invite(id) === null) await this.refresh();
    const invite = this.#ledger.invite(id);
    if (invite === null) return refuse("not-found");
    if (invite.revokedAt !== null) return ok(null);
    const revoked = { ...invite, revokedAt: this.#now() };
    await this.#store.writeInvite(revoked);
    const passIds = this.#ledger.openPasses(id).map((pass) => pass.id);
    this.#ledger.putInvite(revoked);
    this.#tellEnded(passIds, "revoked");
    return ok(null);
  }

  /** Ends one pass alone: a person was removed, or wishes to be forgotten on a device. */
  async endPass(id: PassId, why: "removed" | "forgotten"): Promise<Result<null, ErrorCode>> {
    const pass = this.#ledger.pass(id);
    if (pass === null) return refuse("not-found");
    if (pass.endedAt !== null) return ok(null);
    const ended = { ...pass, endedAt: this.#now() };
    await this.#store.writePasses([ended]);
    this.#ledger.putPass(ended);
    this.#tellEnded([id], why);
    return ok(null);
  }

  /** Tells of the passes whose invites have expired since it was last called. To be called now and then. */
  sweep(now: Instant): void {
    const passIds = this.#ledger
      .takeExpired(now)
      .flatMap((invite) => this.#ledger.openPasses(invite.id).map((pass) => pass.id));
    if (passIds.length > 0) this.#tellEnded(passIds, "expired");
  }

  /** All invites, in the order they were made, with how many use each. */
  invites(): readonly ListedInvite[] {
    return this.#ledger.invites().map((invite) => ({ conferenceId: invite.conferenceId, view: this.#view(invite) }));
  }

  /** Reads the invites that a tool beside the server has made meanwhile. */
  async refresh(): Promise<void> {
    const known = await this.#store.readInvites();
    for (const invite of known) if (this.#ledger.invite(invite.id) === null) this.#ledger.putInvite(invite);
  }

  /** Stores an invite with a new secret. */
  async #write(row: InviteRow): Promise<NewInvite> {
    const secret = newSecret();
    const invite = { ...row, secretHash: hashOf(secret) };
    await this.#store.writeInvite(invite);
    this.#ledger.putInvite(invite);
    this.#tellChanged();
    return { invite: this.#view(invite), secret };
  }

  /** Knows also those that `npm run invite` has just put into the database. */
  async #find(secretHash: string): Promise<InviteRow | null> {
    const known = this.#ledger.inviteByHash(secretHash);
    if (known !== null) return known;
    const stored = await this.#store.findInvite(secretHash);
    if (stored !== null) this.#ledger.putInvite(stored);
    return stored;
  }

  async #enter(
    inviteId: InviteId,
    held: readonly string[],
    browserHash: string,
  ): Promise<Result<Exchanged, "expired" | "not-found">> {
    const invite = this.#ledger.invite(inviteId);
    if (invite === null) return refuse("not-found");
    if (isOver(invite, this.#now())) return refuse("expired");

    for (const token of held) {
      const pass = this.#ledger.passByHash(hashOf(token));
      if (pass !== null && pass.inviteId === inviteId && pass.endedAt === null) {
        return ok({ passId: pass.id, token, pass: passInfo(pass, invite) });
      }
    }
    const token = newSecret();
    const row = this.#nextPass(invite, browserHash, hashOf(token));
    if (row === null) return refuse("expired");
    await this.#store.writePasses([row]);
    this.#ledger.putPass(row);
    this.#tellChanged();
    // Revoked while the pass was being written: then it never was valid.
    const pass = this.#valid(row);
    return pass === null ? refuse("expired") : ok({ passId: row.id, token, pass });
  }

  /**
   * The pass to give; null if the invite is used up. An invite for one browser gives that browser its pass again, under
   * a new token: the answer with the first one may have been lost on a bad line.
   */
  #nextPass(invite: InviteRow, browserHash: string, tokenHash: string): PassRow | null {
    const used = invite.shared ? undefined : this.#ledger.passesOf(invite.id)[0];
    if (used === undefined) return { ...this.#newPass(invite.id, browserHash), tokenHash };
    return used.endedAt === null && used.browserHash === browserHash ? { ...used, tokenHash } : null;
  }

  #newPass(inviteId: InviteId, browserHash: string): Omit<PassRow, "tokenHash"> {
    return { id: newId<"PassId">(), inviteId, browserHash, createdAt: this.#now(), endedAt: null };
  }

  #valid(pass: PassRow): PassInfo | null {
    const invite = this.#ledger.invite(pass.inviteId);
    if (invite === null || pass.endedAt !== null || endsPasses(invite, this.#now())) return null;
    return passInfo(pass, invite);
  }

  #view(invite: InviteRow): InviteView {
    return inviteView(invite, endsPasses(invite, this.#now()) ? 0 : this.#ledger.openPasses(invite.id).length);
  }

  #tellEnded(passIds: readonly PassId[], why: WhyEnded): void {
    if (passIds.length > 0) for (const listener of this.#listeners) listener(passIds, why);
    this.#tellChanged();
  }

  #tellChanged(): void {
    for (const listener of this.#changeListeners) listener();
  }
}
