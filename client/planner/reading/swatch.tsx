import type { JSX } from "preact";
import type { Band } from "../../../shared/plan/model.ts";
import { common } from "../../i18n/common.ts";
import { words } from "./words.ts";
import "./reading.css";

/** What an hour of this kind is called. */
export const bandWord = (band: Band): string => (band === "blocked" ? words().blocked : common().time.bands[band]);

const look = (band: Band): string => (band === "blocked" ? "closed" : band);

/** A band as a pattern; its word is read out where it does not stand beside it. */
export function Swatch({ band, said = true }: { readonly band: Band; readonly said?: boolean }): JSX.Element {
  return said ? (
    <i class={`swatch ${look(band)}`} role="img" aria-label={bandWord(band)} title={bandWord(band)} />
  ) : (
    <i class={`swatch ${look(band)}`} aria-hidden="true" />
  );
}

/** The patterns with their words, and what a number beside a name means. */
export function Legend({ children }: { readonly children?: string }): JSX.Element {
  const bands: readonly Band[] = ["kind", "bearable", "shoulder", "night", "blocked"];
  return (
    <p class="legend under">
      {children !== undefined && <span>{children}</span>}
      {bands.map((band) => (
        <span key={band}>
          <Swatch band={band} said={false} />
          {bandWord(band)}
        </span>
      ))}
    </p>
  );
}
