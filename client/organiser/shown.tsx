import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { JSX } from "preact";
import { encode } from "uqr";
import { common } from "../i18n/common.ts";
import { Key } from "../ui/key.tsx";
import type { Desk, Fresh } from "./desk.ts";
import { words } from "./words.ts";

/** The link of an invite that was just made: the only time that anybody sees it. */
export function ShownInvite({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { value } = desk.fresh;
  if (value === null) return null;
  return (
    <Shown
      key={value.invite.id}
      fresh={value}
      onDone={() => {
        desk.fresh.value = null;
      }}
    />
  );
}

function Shown({
  fresh: { invite, secret: url },
  onDone,
}: {
  readonly fresh: Fresh;
  readonly onDone: () => void;
}): JSX.Element {
  const t = words().shown;
  const heading = useRef<HTMLHeadingElement>(null);
  const copied = useSignal<"no" | "yes" | "refused">("no");
  // It appears elsewhere than where the key was pressed: lead eyes and focus there.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      copied.value = "yes";
    } catch {
      copied.value = "refused"; // No clipboard without HTTPS or permission: said in words below.
    }
  };
  return (
    <section class="card sheet" aria-labelledby="shown">
      <h2 id="shown" tabIndex={-1} ref={heading}>
        {invite.label}
      </h2>
      {!invite.token && <QrCode text={url} label={t.qr(invite.label)} />}
      <p class="url">
        <span class="over">{invite.token ? t.token : t.url}</span>
        <br />
        {url}
      </p>
      {!invite.token && <p class="only-print">{t.sheet}</p>}
      <p class="keys no-print">
        <Key onPress={() => void copy()}>{copied.value === "yes" ? common().copied : common().copy}</Key>
        {!invite.token && <Key onPress={() => window.print()}>{t.print}</Key>}
        <Key onPress={onDone}>{t.done}</Key>
      </p>
      <p class="no-print" role="status">
        {copied.value === "refused" && common().notCopied}
      </p>
      <p class="no-print">{invite.token ? t.tokenOnce : t.once}</p>
      <p class="quiet no-print">{invite.token ? t.tokenIs : invite.role === "participant" ? t.participant : t.other}</p>
    </section>
  );
}

/** Four modules of white around it, as the standard asks (ISO/IEC 18004, "quiet zone"). */
const margin = 4;

function QrCode({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { data, size } = useMemo(() => encode(text, { ecc: "M", border: 0 }), [text]);
  const whole = size + 2 * margin;
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg
      class="qr"
      viewBox={`${-margin} ${-margin} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M${-margin} ${-margin}h${whole}v${whole}h-${whole}z`} />
      <path fill="#12161b" d={dark} />
    </svg>
  );
}
