import { signal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";

/** A part of the page in its own file, so that "Listen now" does not wait for it. */
export interface LazyPart<Props> {
  (props: Props & JSX.IntrinsicAttributes): JSX.Element | null;
  /** Fetches it ahead. Never rejects: what did not come is fetched again when it is drawn. */
  readonly prepare: () => Promise<void>;
}

/** How long until a file that did not come is asked for again (milliseconds). */
const again = 2000;

/** Makes such a part from its import; nothing stands in its place until it is there. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  const part = signal<ComponentType<Props> | null>(null);
  const prepare = async (): Promise<void> => {
    try {
      const loaded = await load();
      part.value ??= loaded;
    } catch {
      return; // The line broke on the way.
    }
  };
  const Part = (props: Props & JSX.IntrinsicAttributes): JSX.Element | null => {
    const Loaded = part.value;
    useEffect(() => {
      if (part.peek() !== null) return undefined;
      void prepare();
      const timer = setInterval(() => (part.peek() === null ? void prepare() : clearInterval(timer)), again);
      return () => clearInterval(timer);
    }, []);
    return Loaded === null ? null : <Loaded {...props} />;
  };
  return Object.assign(Part, { prepare });
}
