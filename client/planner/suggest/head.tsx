import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { words } from "./words.ts";

/**
 * What is drawn with it has the focus at first: with each state of the page what had it in the last one is gone. Not on a
 * page that was only just loaded.
 */
export function useFocused<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const element = useRef<Kind>(null);
  useEffect(() => {
    const { userActivation } = navigator as { readonly userActivation?: { readonly hasBeenActive: boolean } };
    if (userActivation?.hasBeenActive !== false) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}

interface HeadProps {
  readonly board: OpenBoard;
  readonly title: string;
  /** Beside the title. */
  readonly note?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The way back, what the page is about, and what can be done with all of it. */
export function Head({ board, title, note, children }: HeadProps): JSX.Element {
  const heading = useFocused<HTMLHeadingElement>();
  return (
    <div class="bar suggest-bar">
      <div class="pager">
        <Key label={words().back} onPress={() => board.go({ view: "overview", kind: null })}>
          ‹
        </Key>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {note}
      {children !== undefined && <div class="keys end">{children}</div>}
    </div>
  );
}
