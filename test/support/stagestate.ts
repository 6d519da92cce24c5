import { expect } from "vitest";
import type { Page } from "playwright-core";
import { passOf } from "./rooms.ts";
import { risingStreams } from "./senses.ts";
import type { TestServer } from "./server.ts";

/** What of `GET /api/stages/:id` tests look at. Sources are plain names here: nothing of the stage's own code is used. */
export interface StageState {
  readonly seq: number;
  readonly hash: string;
  readonly phase: string;
  readonly media: {
    readonly endpoints: readonly {
      readonly page: string;
      readonly passId: string;
      readonly wanted: readonly {
        readonly source: string;
        readonly state: "flowing" | "ready";
        readonly published: boolean;
      }[];
      readonly consumers: readonly {
        readonly source: string;
        readonly running: boolean;
        readonly producerPaused: boolean;
      }[];
    }[];
  };
}

/** `token`: of a moderator or an operator. */
export async function stageState(
  server: Pick<TestServer, "url">,
  token: string,
  occurrenceId: string,
): Promise<StageState> {
  const response = await fetch(`${server.url}/api/stages/${occurrenceId}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`the stage answers ${response.status}`);
  // The tests look at it, and fail if it is another.
  return (await response.json()) as StageState;
}

interface Streams {
  readonly consumers: readonly string[];
  readonly running: readonly string[];
}

/**
 * For each page: its consumers are the wanted feeds that are published, those that run are the flowing ones, and as many inbound
 * streams bring packets. `pages` are all that have media; whoever else is on the stage has no consumer.
 */
export async function expectWantedOnly(state: StageState, pages: readonly Page[]): Promise<void> {
  const { endpoints } = state.media;
  const found = await Promise.all(
    pages.map(async (page) => {
      const endpoint = endpoints.find(({ passId }) => passId === passOf(page));
      if (endpoint === undefined) throw new Error(`the server does not know ${page.url()}`);
      const published = endpoint.wanted.filter((feed) => feed.published);
      const wanted: Streams = {
        consumers: published.map(({ source }) => source).sort(),
        running: published.flatMap(({ source, state }) => (state === "flowing" ? [source] : [])).sort(),
      };
      const there: Streams = {
        consumers: endpoint.consumers.map(({ source }) => source).sort(),
        running: endpoint.consumers.flatMap(({ source, running }) => (running ? [source] : [])).sort(),
      };
      const rising = await risingStreams(page);
      return {
        wanted: { ...wanted, rising: wanted.running.length },
        there: { ...there, rising: rising.audio + rising.video },
      };
    }),
  );
  expect(found.map(({ there }) => there)).toEqual(found.map(({ wanted }) => wanted));
  const known = new Set(pages.map(passOf));
  expect(endpoints.filter(({ passId }) => !known.has(passId)).flatMap(({ consumers }) => consumers)).toEqual([]);
}
