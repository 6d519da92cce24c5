import type { ComponentChildren, JSX } from "preact";

/** *air*: on air, the only red. *look*: amber. *lost*: no line. *next*: called or next. *said*: any other state. */
export type PlateLook = "air" | "look" | "lost" | "next" | "said";

/** A lamp with its word. */
export function Plate({
  look,
  class: more = "",
  children,
}: {
  readonly look: PlateLook;
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <span class={`plate ${look} ${more}`}>{children}</span>;
}
