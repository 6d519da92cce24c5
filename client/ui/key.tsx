import type { ComponentChildren, JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

export type KeyLook = "main" | "tall" | "wide" | "plain";

interface Look {
  /** Several with a space between: "main tall wide". One main key a page. */
  readonly look?: KeyLook | `${KeyLook} ${KeyLook}` | `${KeyLook} ${KeyLook} ${KeyLook}`;
  readonly class?: string;
  readonly icon?: IconName;
  /** The accessible name, where it says more than the visible label; it must contain that. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

interface KeyProps extends Look {
  readonly onPress?: () => void;
  readonly type?: "button" | "submit";
  /** Pressed or not, for keys that stay down. */
  readonly pressed?: boolean;
  /** The request is on its way: the key keeps its focus and does nothing. */
  readonly busy?: boolean;
  /** Cannot be pressed now; stays focusable, and `why` says the reason to all. */
  readonly disabled?: boolean;
  readonly why?: string;
  readonly autofocus?: boolean;
  readonly id?: string;
}

const classes = (look: string | undefined, more: string | undefined): string =>
  ["key", look, more].filter((name) => name !== undefined).join(" ");

/** A key that does something on this page. */
export function Key(props: KeyProps): JSX.Element {
  const { look, icon, label, onPress, type = "button", pressed, busy = false, disabled = false, why, children } = props;
  const idle = !busy && !disabled;
  return (
    <button
      type={type}
      id={props.id}
      class={classes(look, props.class)}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={!idle || undefined}
      title={why}
      autofocus={props.autofocus}
      // Not `disabled`: the focus must not fall off a key that is busy or that just became impossible.
      onClick={(event) => {
        if (idle) onPress?.();
        else event.preventDefault();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {busy && <span class="sr">{common().busy}</span>}
    </button>
  );
}

/** A key that goes to another page. */
export function LinkKey({ look, icon, label, href, children, ...rest }: Look & { readonly href: string }): JSX.Element {
  return (
    <a class={classes(look, rest.class)} href={href} aria-label={label}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}
