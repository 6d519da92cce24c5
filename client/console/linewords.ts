import type { Line } from "../../shared/protocol/views.ts";
import type { ConsoleWords } from "../i18n/en/console.ts";
import { loss } from "./linestate.ts";

/** "42 ms" and "0.3 % lost", each for itself: a page may stress one of them. */
export function lineWords(line: Line, t: ConsoleWords): { readonly rtt: string; readonly lost: string } {
  const share = Math.round(loss(line) * 1000) / 10;
  return { rtt: t.links.ms(Math.round(line.rtt ?? 0)), lost: t.links.lossOf(t.percent(share)) };
}

/** "1.2 Mbit/s up, 640 kbit/s down": what the room sends and gets. */
export function rateWords(line: Line, t: ConsoleWords): string {
  const said = (bits: number): string =>
    bits < 1_000_000
      ? t.links.kilobits(Math.round(bits / 1000))
      : t.links.megabits((bits / 1_000_000).toFixed(1).replace(".", t.links.decimal));
  return t.links.rates(said(line.up), said(line.down));
}
