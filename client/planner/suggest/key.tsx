import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { Key } from "../../ui/key.tsx";
import type { OpenBoard } from "../board.ts";
import { words } from "./words.ts";

/** The way to better link times; says whether the search runs, or has found something that nobody has looked through. */
export function SuggestKey({ board }: { readonly board: OpenBoard }): JSX.Element {
  const t = words().key;
  const { running, shown } = board.suggestions;
  // What one holds in the hand comes first, and a session's own page is about moving it.
  const steps = useComputed(() => board.moving.value !== null || board.where.value.view === "session").value;
  const found = running.value ? 0 : (shown.value?.plans.length ?? 0);
  return (
    <Key
      {...(steps ? {} : { look: "main" as const })}
      class="suggest-key"
      onPress={() => board.go({ view: "suggest", kind: null })}
    >
      {t.name}
      {running.value && (
        <>
          … <span class="sr">{t.running}</span>
        </>
      )}
      {found > 0 && (
        <>
          <b>{found}</b> <span class="sr">{t.ready(found)}</span>
        </>
      )}
    </Key>
  );
}
