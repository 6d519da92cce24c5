import { signal } from "@preact/signals";
import type { MediaSession } from "../session/contract.ts";
import type { Health } from "./pulse.ts";
import { countersOf, flowBetween, noFlow } from "./stats.ts";
import type { Counters, Flow, StatsList } from "./stats.ts";

/** Shares of loss, and milliseconds, from which a line is called poor. */
const poorLoss = 0.02;
const poorRtt = 600;

type LineState = MediaSession["line"]["value"];

/** Measures both transports together and finds the word for the line. */
export class LineMeter {
  readonly line = signal<LineState>({ state: "none", rtt: null, lost: 0, up: 0, down: 0 });
  #received: Counters | null = null;
  #sent: Counters | null = null;
  #flow: Flow = noFlow;

  /** What flowed since the last call. `null`: there is no such transport now. */
  measure(receiving: StatsList | null, sending: StatsList | null, at: number): Flow {
    const received = receiving === null ? null : countersOf(receiving, at);
    const sent = sending === null ? null : countersOf(sending, at);
    const down = received === null ? noFlow : flowBetween(this.#received, received);
    const up = sent === null ? noFlow : flowBetween(this.#sent, sent);
    this.#received = received;
    this.#sent = sent;
    this.#flow = {
      rtt: down.rtt ?? up.rtt,
      down: Math.round(down.down + up.down),
      up: Math.round(down.up + up.up),
      lostDown: down.lostDown,
      lostUp: up.lostUp,
      arrived: down.arrived,
    };
    return this.#flow;
  }

  /** `null`: there is no path, nothing is expected. */
  look(health: Health | null): void {
    const { rtt, lostDown, lostUp, up, down } = this.#flow;
    const lost = Math.max(lostDown, lostUp);
    const now: LineState = { state: wordOf(health, lost, rtt), rtt, lost, up, down };
    if (JSON.stringify(now) !== JSON.stringify(this.line.peek())) this.line.value = now;
  }
}

function wordOf(health: Health | null, lost: number, rtt: number | null): LineState["state"] {
  switch (health) {
    case null:
    case "opening":
      return "none";
    case "well":
      return lost >= poorLoss || (rtt ?? 0) >= poorRtt ? "poor" : "good";
    case "stalled":
    case "broken":
      return "stalled";
  }
}
