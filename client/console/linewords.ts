import type { Line } from "../../shared/protocol/views.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import { loss } from "./linestate.ts";

/** "42 ms" and "0.3 % lost", each for itself: a page may stress one of them. */
export function lineWords(line: Line, t: ConsoleWords): { readonly rtt: string; readonly lost: string } {
  const share = Math.round(loss(line) * 1000) / 10;
  return { rtt: t.links.ms(Math.round(line.rtt ?? 0)), lost: t.links.lossOf(t.percent(share)) };
}

/** "1.4 up, 1.1 down Mbit/s": what goes from there to the server, and what comes. */
export function rateWords(line: Line, t: ConsoleWords): string {
  const mega = Math.max(line.up, line.down) >= 1_000_000;
  const said = (bits: number): string =>
    mega ? (bits / 1_000_000).toFixed(1).replace(".", t.links.decimal) : String(Math.round(bits / 1000));
  return t.links.rates(said(line.up), said(line.down), mega ? "Mbit/s" : "kbit/s");
}
