import type { ComponentChildren, JSX } from "preact";
import { useId, useRef } from "preact/hooks";
import { unreadOf } from "./chat.tsx";
import { useConsole, useLive } from "./live.ts";

/** Queue and chat share the right side of a laptop: two tabs, arrows between them. */
export function SideTabs({
  queue,
  chat,
}: {
  readonly queue: ComponentChildren;
  readonly chat: ComponentChildren;
}): JSX.Element {
  const { tab, chatSeen } = useConsole();
  const { stage, t } = useLive();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = tab.value;
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    tab.value = chosen === "queue" ? "chat" : "queue";
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.value}"]`)?.focus();
  };
  const one = (name: "queue" | "chat", title: string): JSX.Element => (
    <button
      type="button"
      role="tab"
      data-tab={name}
      id={`${id}-${name}`}
      aria-selected={chosen === name}
      aria-controls={`${id}-panel`}
      tabIndex={chosen === name ? 0 : -1}
      onClick={() => (tab.value = name)}
    >
      {title}
    </button>
  );
  return (
    <aside class="side right" aria-label={t.queue.side}>
      <div class="tabs" role="tablist" ref={list} onKeyDown={turn}>
        {one("queue", t.queue.title(stage.queue.length))}
        {one("chat", t.chat.tab(chosen === "chat" ? 0 : unreadOf(stage.chat, chatSeen.value)))}
      </div>
      <div class={`panel ${chosen}`} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {chosen === "queue" ? queue : chat}
      </div>
    </aside>
  );
}
