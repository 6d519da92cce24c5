import { randomBytes } from "node:crypto";
import type { Reply } from "../../shared/protocol/errors.ts";
import { planCommands } from "../../shared/protocol/plan.ts";
import { suggestRequests } from "../../shared/protocol/suggest.ts";
import { entries, requests } from "../../shared/protocol/table.ts";
import type { Output, Parsed, RequestName } from "../../shared/protocol/table.ts";
import { fieldsOf, Refused, worthRetry } from "./refusal.ts";
import type { Services } from "./services.ts";
import type { PageSocket, Visitor } from "./visitor.ts";

export type Handler<Name extends RequestName> = (
  input: Parsed<Name>,
  visitor: Visitor,
  services: Services,
) => Promise<Output<Name>> | Output<Name>;
export type Handlers = { readonly [Name in RequestName]: Handler<Name> };

/** Requests a page may make: so many at once, and so many a second for long. */
const burst = 120;
const perSecond = 30;

/** Wires every request of the table to its handler: count → parse → authorise → handle → acknowledge. */
export function dispatch(socket: PageSocket, visitor: Visitor, handlers: Handlers, services: Services): void {
  let tokens = burst;
  let counted = services.now();
  const allowed = (): boolean => {
    const now = services.now();
    tokens = Math.min(burst, tokens + ((now - counted) / 1000) * perSecond);
    counted = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };

  const known = new Set<string>(entries.map(([name]) => name));
  socket.onAny((name: unknown, ...rest: unknown[]) => {
    const reply: unknown = rest.at(-1);
    if (typeof reply !== "function") return;
    // One object and the acknowledgement, nothing else.
    const input: unknown = rest.length === 2 ? rest[0] : undefined;
    const answer = (content: Reply<unknown>): unknown => reply(content);
    if (!allowed()) {
      answer(failure(services, new Refused("too-many")));
      return;
    }
    if (typeof name !== "string" || !known.has(name)) {
      answer(failure(services, new Refused("bad-request")));
      return;
    }
    // The name was looked up in the table a moment ago.
    handle(name as RequestName, input, visitor, handlers, services).then(answer, (error: unknown) =>
      answer(failure(services, error, name)),
    );
  });
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it holds a request and its handler together
async function handle<Name extends RequestName>(
  name: Name,
  input: unknown,
  visitor: Visitor,
  handlers: Handlers,
  services: Services,
): Promise<Reply<unknown>> {
  const request = requests[name];
  // The role is checked before the input: what one may not do, one learns nothing about.
  if (!request.who.includes(visitor.pass.role)) throw new Refused("forbidden");
  const parsed = request.input.safeParse(input);
  if (!parsed.success) {
    // Edits of the plan come from forms and scripts, and say which field it is.
    const saysFields = Object.hasOwn(planCommands, name) || Object.hasOwn(suggestRequests, name);
    throw new Refused("bad-request", saysFields ? fieldsOf(parsed.error) : null);
  }
  const handler: Handler<Name> = handlers[name];
  const value = await handler(parsed.data as Parsed<Name>, visitor, services);
  return { ok: true, value, time: services.now(), epoch: services.epoch };
}

function failure(services: Services, error: unknown, name?: string): Reply<never> {
  const rim = { time: services.now(), epoch: services.epoch };
  if (error instanceof Refused) {
    const { code, detail } = error;
    return { ok: false, error: { code, retry: worthRetry(code), ...(detail === null ? {} : { detail }) }, ...rim };
  }
  // mediasoup says so when RTP or DTLS parameters make no sense.
  if (error instanceof TypeError || (error instanceof Error && error.name === "UnsupportedError")) {
    services.log.info({ request: name, why: error.message }, "refused parameters");
    return { ok: false, error: { code: "bad-request", retry: false }, ...rim };
  }
  const incident = randomBytes(6).toString("hex");
  services.log.error({ err: error, request: name, incident }, "a request broke");
  return { ok: false, error: { code: "internal", retry: true, incident }, ...rim };
}
