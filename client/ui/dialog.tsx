import type { ComponentChildren, JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { common } from "../i18n/common.ts";
import { Key } from "./key.tsx";

interface DialogProps {
  readonly title: string;
  /** Asked for by Esc; the dialog goes when it is drawn no more. */
  readonly onClose: () => void;
  /** Asked first by Esc, unless the browser closes it anyway: true keeps it open this time. */
  readonly staysOpen?: () => boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A modal dialog, open as long as it is drawn. The focus returns to where it was, or to the content if that is gone. */
export function Dialog({ title, onClose, staysOpen, class: more, children }: DialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const stays = useRef(staysOpen);
  stays.current = staysOpen;
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return undefined;
    const cancelled = (event: Event): void => {
      // A file field has an event of this name too.
      if (event.target !== dialog) return;
      // The page's state decides; the browser must not close it on its own.
      event.preventDefault();
      if (event.defaultPrevented && stays.current?.() === true) return;
      close.current();
    };
    dialog.addEventListener("cancel", cancelled);
    dialog.showModal();
    return () => {
      dialog.removeEventListener("cancel", cancelled);
      dialog.close();
      // What opened it is gone: not back to the page's beginning.
      const now = document.activeElement;
      if (now === null || now === document.body || dialog.contains(now))
        document.getElementById("content")?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={element} class={more} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

/** Shows or offers something, and is closed by a key of its own, which has the focus. */
export function Sheet({ children, ...dialog }: DialogProps): JSX.Element {
  return (
    <Dialog {...dialog}>
      {children}
      <p class="keys">
        <Key look="main" autofocus onPress={dialog.onClose}>
          {common().close}
        </Key>
      </p>
    </Dialog>
  );
}

interface ConfirmProps extends DialogProps {
  /** The key that changes nothing; first, main, and focused. */
  readonly safe: string;
  readonly act: string;
  readonly busy?: boolean;
  readonly onAct: () => void;
}

/** Asks once before something that cannot simply be undone. The title names the thing. */
export function Confirm({ safe, act, busy = false, onAct, children, ...dialog }: ConfirmProps): JSX.Element {
  return (
    <Dialog {...dialog}>
      {children}
      <p class="keys">
        <Key look="main" autofocus onPress={dialog.onClose}>
          {safe}
        </Key>
        <Key busy={busy} onPress={onAct}>
          {act}
        </Key>
      </p>
    </Dialog>
  );
}
