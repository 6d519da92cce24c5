import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { z } from "zod";
import type { PassId } from "../../shared/ids.ts";
import type { Edit } from "../../shared/plan/model.ts";
import type { Suggestion } from "../../shared/plan/suggest/suggestion.ts";
import type { Role } from "../../shared/protocol/define.ts";
import { tabId, zone } from "../../shared/protocol/schemas.ts";
import type { ClientEvents, Handshake } from "../../shared/protocol/table.ts";
import type { Notices, PassInfo } from "../../shared/protocol/views.ts";
import { commandHandlers } from "./commands.ts";
import { dispatch } from "./dispatch.ts";
import type { Handlers } from "./dispatch.ts";
import { editsNotice, phasesSeen, plannerHandlers } from "./planner.ts";
import { organiserPlan, planningHandlers } from "./planning.ts";
import type { Services } from "./services.ts";
import { sessionHandlers } from "./session.ts";
import { seesSuggestion, suggestHandlers } from "./suggesting.ts";
import { Visitor } from "./visitor.ts";

const handlers: Handlers = {
  ...sessionHandlers,
  ...commandHandlers,
  ...planningHandlers,
  ...plannerHandlers,
  ...suggestHandlers,
};

const handshake: z.ZodType<Handshake> = z.object({ token: z.string().max(100), tab: tabId, zone: zone.catch("UTC") });

/** A page's request is small; what is larger than this is not from one of our pages (characters). */
const largest = 256 * 1024;
/** But a pasted table or a whole plan is not, from who may edit the plan (bytes). */
const largestPlan = 4 * 1024 * 1024;
const planners: readonly Role[] = ["organiser", "scheduler"];

/** Who goes to sessions, and is told of them. */
const goers: readonly Role[] = ["operator", "moderator", "participant"];

/** What is used here of the connection under a socket. */
interface Connection {
  on(name: "packet", listener: (packet: { readonly data?: unknown }) => void): void;
  close(discard: boolean): void;
}

/** Everything that goes over sockets: who may open one, the welcome, the dispatcher, and notices to many. */
export class Sockets {
  readonly #io: Server<ClientEvents, Notices>;
  readonly #services: Services;
  readonly #visitors = new Set<Visitor>();
  /** The connections of who may edit the plan. */
  readonly #planning = new WeakSet<object>();

  constructor(http: HttpServer, services: Services) {
    this.#services = services;
    this.#io = new Server(http, {
      serveClient: false,
      transports: ["websocket"],
      maxHttpBufferSize: largestPlan,
      // A lost line is noticed within ten seconds; the default takes 45.
      pingInterval: 5000,
      pingTimeout: 5000,
      perMessageDeflate: { threshold: 1024 },
      allowRequest: (request, decide) => decide(null, this.#sameOrigin(request.headers.origin, request.headers.host)),
    });
    // Nobody else sends as much, least of all who has not said who they are.
    this.#io.engine.on("connection", (connection: Connection) => {
      connection.on("packet", ({ data }) => {
        const length = typeof data === "string" ? data.length : data instanceof Uint8Array ? data.byteLength : 0;
        if (length > largest && !this.#planning.has(connection)) connection.close(true);
      });
    });
    this.#io.use((socket, next) => {
      const pass = this.#passOf(socket.handshake.auth);
      if (pass === null) next(Object.assign(new Error("no-pass"), { data: { code: "no-pass" } }));
      else next();
    });
    this.#io.on("connection", (socket) => {
      const parsed = handshake.safeParse(socket.handshake.auth);
      const pass = this.#passOf(socket.handshake.auth);
      if (!parsed.success || pass === null) {
        socket.disconnect(true);
        return;
      }
      const visitor = new Visitor(socket, pass, parsed.data.tab, parsed.data.zone);
      this.#visitors.add(visitor);
      if (planners.includes(pass.role)) this.#planning.add(socket.conn);
      socket.on("disconnect", () => {
        this.#visitors.delete(visitor);
        visitor.live?.lose(visitor);
      });
      dispatch(socket, visitor, handlers, services);
      this.#welcome(visitor);
    });
  }

  /** Passes have ended: their pages are told why and lose everything at once. */
  dismiss(passIds: readonly PassId[], why: Parameters<Notices["goodbye"]>[0]["why"]): void {
    for (const visitor of this.#visitors) {
      if (!passIds.includes(visitor.pass.id)) continue;
      visitor.live = null;
      visitor.dismiss(why);
    }
  }

  /** Sessions were opened, have ended, or were released otherwise: everybody's list, as far as their pass reaches. */
  sayOccurrences(): void {
    const { plan, lives, now } = this.#services;
    for (const visitor of this.#visitors) {
      if (goers.includes(visitor.pass.role))
        visitor.say("occurrences", plan.todays(visitor.pass, lives.phaseOf, now()));
    }
    this.sayPlan();
  }

  /** What only organisers' pages show has changed: the draft, invites, passes. An organiser may have other pages open. */
  sayPlan(): void {
    for (const visitor of this.#visitors) {
      if (visitor.organises) visitor.say("plan", organiserPlan(this.#services));
    }
  }

  /** An edit of the plan was accepted: every open planner. */
  sayEdit(edit: Edit): void {
    for (const visitor of this.#visitors) {
      if (visitor.plans) visitor.say("edits", editsNotice(visitor.pass, edit, this.#services));
    }
  }

  /** A session was opened or has ended: every open planner. */
  sayPhases(): void {
    for (const visitor of this.#visitors) {
      if (visitor.plans) visitor.say("phases", phasesSeen(visitor.pass, this.#services));
    }
  }

  /** A search goes on, or is over: the open planners of who may ask for one. */
  saySuggestion(suggestion: Suggestion): void {
    // Whoever has not taken the last one yet (a thin line) is spared this one: there will be a newer one.
    const passing = suggestion.state === "running";
    for (const visitor of this.#visitors) {
      const { pass, plans } = visitor;
      if (!plans || !planners.includes(pass.role) || !seesSuggestion(pass, suggestion)) continue;
      if (passing) visitor.sayIfFree("suggestion", suggestion);
      else visitor.say("suggestion", suggestion);
    }
  }

  async close(): Promise<void> {
    await this.#io.close();
  }

  #welcome(visitor: Visitor): void {
    const { epoch, build, plan, lives, zones, config, routerRtpCapabilities, now } = this.#services;
    const here = zones.clockOf(visitor.zone, null, now()) ?? zones.clockOf("Etc/UTC", "UTC", now());
    if (here === null) throw new Error("the zone data know no UTC");
    visitor.say("welcome", {
      epoch,
      time: now(),
      build,
      pass: visitor.pass,
      here,
      routerRtpCapabilities,
      iceServers: config.ICE_SERVERS,
      occurrences: goers.includes(visitor.pass.role) ? plan.todays(visitor.pass, lives.phaseOf, now()) : [],
    });
  }

  #passOf(auth: unknown): PassInfo | null {
    const parsed = handshake.safeParse(auth);
    return parsed.success ? this.#services.access.passByToken(parsed.data.token) : null;
  }

  /** Other sites' pages may not speak with this server in the name of who visits them. Programs send no Origin. */
  #sameOrigin(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return true;
    const { publicUrl } = this.#services.config;
    try {
      return new URL(origin).host === host || origin === new URL(publicUrl).origin;
    } catch {
      return false;
    }
  }
}
