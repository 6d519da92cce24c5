import { randomBytes } from "node:crypto";
import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import type { CommandId, OccurrenceId } from "../../shared/ids.ts";
import type { Failure, Reply } from "../../shared/protocol/errors.ts";
import type { Input, Output, RequestName, StageCommandName } from "../../shared/protocol/table.ts";
import type { Attached, Notices, Welcome } from "../../shared/protocol/views.ts";

/** A page without a browser: speaks the protocol over a real socket, so that a test can say exactly what it sends. */
export interface Caller {
  readonly welcome: Welcome;
  readonly token: string;
  readonly socket: Socket;
  call<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>>;
  /** The same with anything as name and content. */
  send(name: string, ...content: readonly unknown[]): Promise<Reply<unknown>>;
  /** A stage command with a fresh `commandId`; throws its code if it is refused. */
  command<Name extends StageCommandName>(name: Name, input: Omit<Input<Name>, "commandId">): Promise<number>;
  attach(occurrenceId: OccurrenceId, page: "participant" | "station" | "console"): Promise<Attached>;
  /** The first notice of that name, from now on, for which `fits` holds. */
  notice<Name extends keyof Notices>(
    name: Name,
    fits?: (...content: Parameters<Notices[Name]>) => boolean,
  ): Promise<Parameters<Notices[Name]>>;
  close(): void;
}

export const newCommandId = (): CommandId => randomBytes(9).toString("base64url") as CommandId;

/** Exchanges an invite's URL for a pass. */
export async function exchange(
  inviteUrl: string,
  held: readonly string[] = [],
  cookie = "",
): Promise<{ status: number; body: Reply<{ passId: string; token: string }>; cookie: string }> {
  const url = new URL(inviteUrl);
  const response = await fetch(new URL("/api/passes", url), {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
    body: JSON.stringify({ secret: url.hash.slice(1), held }),
  });
  const body = await replyOf<{ passId: string; token: string }>(response);
  return { status: response.status, body, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

/** An answer over HTTP as the socket would give it: what is refused are problem details with the protocol's code. */
export async function replyOf<Value>(response: Response): Promise<Reply<Value>> {
  // The test reads what the server's own types promise.
  if (response.ok) return (await response.json()) as Reply<Value>;
  const { code, retry } = (await response.json()) as Failure;
  return { ok: false, error: { code, retry }, time: 0, epoch: "" };
}

/** Opens a socket with the pass that an invite gives (or with a token that one has). */
export async function openCaller(
  inviteUrl: string,
  options: { readonly token?: string; readonly tab?: string; readonly zone?: string } = {},
): Promise<Caller> {
  let { token } = options;
  if (token === undefined) {
    const { body } = await exchange(inviteUrl);
    if (!body.ok) throw new Error(`no pass: ${body.error.code}`);
    token = body.value.token;
  }
  const socket = io(new URL(inviteUrl).origin, {
    transports: ["websocket"],
    auth: { token, tab: options.tab ?? randomBytes(6).toString("hex"), zone: options.zone ?? "UTC" },
    reconnection: false,
    forceNew: true,
  });
  const welcome = await new Promise<Welcome>((resolve, reject) => {
    socket.once("welcome", resolve);
    socket.once("connect_error", reject);
  });
  // A caller does not come back by itself: a line that was lost in between is told apart from an answer that never came.
  let gone = "";
  socket.on("disconnect", (reason) => (gone = `${reason}, ${new Date().toISOString()}`));
  const send = (name: string, ...content: readonly unknown[]): Promise<Reply<unknown>> =>
    socket.connected
      ? // The reply's shape is what the tests look at.
        (socket.timeout(10_000).emitWithAck(name, ...content) as Promise<Reply<unknown>>)
      : Promise.reject(new Error(`the caller's line is gone: ${gone}`));
  const call = <Name extends RequestName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>> =>
    send(name, input) as Promise<Reply<Output<Name>>>;
  return {
    welcome,
    token,
    socket,
    send,
    call,
    async command(name, input) {
      const reply = await send(name, { commandId: newCommandId(), ...input });
      if (!reply.ok) throw new Error(reply.error.code);
      return (reply.value as { seq: number }).seq;
    },
    async attach(occurrenceId, page) {
      const reply = await call("attach", { occurrenceId, page, media: null, listening: false });
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.value;
    },
    notice: (name, fits = () => true) =>
      new Promise((resolve) => {
        const event: string = name;
        const listener = (...content: unknown[]): void => {
          const given = content as Parameters<Notices[typeof name]>;
          if (!fits(...given)) return;
          socket.off(event, listener);
          resolve(given);
        };
        socket.on(event, listener);
      }),
    close: () => void socket.close(),
  };
}
