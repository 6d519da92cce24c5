import type { OccurrenceId, PassId } from "../../shared/ids.ts";
import type { SourceId, Track } from "../../shared/stage/sources.ts";
import { exchange, openCaller } from "../support/caller.ts";
import type { Caller } from "../support/caller.ts";
import { listen, speak } from "../support/peer.ts";
import type { Listener, Payloads, Voice } from "../support/peer.ts";
import type { TestServer } from "../support/server.ts";

/** The demo's live session with its host room on air: one continuous voice, and listeners of it. */
export interface Hall {
  readonly occurrenceId: OccurrenceId;
  readonly source: SourceId;
  readonly voice: Voice;
  readonly listeners: readonly Listener[];
  /** Joins further listeners, each with a pass of their own. */
  admit(count: number): Promise<void>;
  close(): void;
}

/** What of `GET /api/stages/:id` is looked at. */
export interface Census {
  readonly seq: number;
  readonly hash: string;
  readonly media: {
    readonly voicesTapped: number;
    readonly producers: readonly SourceId[];
    readonly endpoints: readonly {
      readonly page: string;
      readonly passId: PassId;
      readonly publishes: readonly Track[];
      readonly consumers: readonly { readonly source: SourceId; readonly running: boolean }[];
    }[];
  };
}

/** Joining is not what is measured: a few at a time. */
const together = 10;

/** Starts the sound of Durban, whose session is live, as a station does. */
export async function openHall(server: TestServer, payloads?: Payloads): Promise<Hall> {
  const station = await openCaller(server.invite("operator", "Durban"));
  const occurrenceId = liveOf(station);
  const ours: (Caller | Voice | Listener)[] = [station];
  const reply = await station.call("attach", { occurrenceId, page: "station", media: null, listening: true });
  if (!reply.ok) throw new Error(reply.error.code);
  const send = reply.value.sends.find(({ track }) => track === "sound");
  if (send === undefined) throw new Error("the station is not asked for its sound");
  const voice = await speak(station, "sound", payloads);
  ours.push(voice);
  const listeners: Listener[] = [];
  return {
    occurrenceId,
    source: send.source,
    voice,
    listeners,
    async admit(count) {
      for (let left = count; left > 0; left -= together) {
        const batch = Array.from({ length: Math.min(together, left) }, async () =>
          listen(await openCaller(server.invite("participant")), occurrenceId),
        );
        listeners.push(...(await Promise.all(batch)));
      }
    },
    close() {
      for (const one of [...listeners, ...ours]) one.close();
    },
  };
}

export function liveOf(caller: Caller): OccurrenceId {
  const live = caller.welcome.occurrences.find(({ phase }) => phase === "live");
  if (live === undefined) throw new Error("the demo has no live session");
  return live.id;
}

/** Asks as a moderator's script, without a console: consoles are sent levels. */
export async function censusOf(server: TestServer, occurrenceId: OccurrenceId): Promise<() => Promise<Census>> {
  const { body } = await exchange(server.invite("moderator"));
  if (!body.ok) throw new Error(body.error.code);
  const { token } = body.value;
  return async () => {
    const response = await fetch(`${server.url}/api/stages/${occurrenceId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`the census answers ${response.status}`);
    // The test reads what the server says.
    return (await response.json()) as Census;
  };
}
