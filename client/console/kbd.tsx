import type { JSX } from "preact";
import { usesKeys } from "./settings.ts";

/** The key that does the same as the control it stands in; seen only, and only while the keys are in use. */
export function Kbd({ children }: { readonly children: string }): JSX.Element | null {
  return usesKeys.value ? <kbd aria-hidden="true">{children}</kbd> : null;
}
