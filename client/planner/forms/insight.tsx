import { useEffect, useRef } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";

/** What just appeared in a long form: scrolled to, so that a key that seems to do nothing is understood. */
export function InSight({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={element} class="in-sight">
      {children}
    </div>
  );
}
