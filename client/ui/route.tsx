import type { ComponentChildren, JSX } from "preact";

export interface Stop {
  readonly key: string;
  /** Passed is filled, here is a blue ring, ahead is hollow. */
  readonly state: "done" | "here" | "ahead";
  readonly content: ComponentChildren;
}

/** A line diagram: for everything that goes in order. */
export function Route({ stops, label }: { readonly stops: readonly Stop[]; readonly label?: string }): JSX.Element {
  return (
    <ol class="route" aria-label={label}>
      {stops.map((stop) => (
        <li key={stop.key} class={stop.state} aria-current={stop.state === "here" ? "step" : undefined}>
          {stop.content}
        </li>
      ))}
    </ol>
  );
}
