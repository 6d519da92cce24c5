import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Message } from "../../shared/stage/model.ts";
import { Key } from "../ui/key.tsx";
import { isoDay, timeOfDay } from "../ui/time.ts";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

/** So many of the newest messages stand at first. */
const shownAtFirst = 30;

/** What is written to everybody, with hours in one's own time. */
export function Chat({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const { chat: t } = words();
  const all = useSignal(false);
  const list = useRef<HTMLDivElement>(null);
  const view = visit.view.value;
  const messages = view?.chat ?? [];
  const shown = all.value ? messages : messages.slice(-shownAtFirst);
  const last = messages.at(-1)?.seq ?? 0;
  const end = useSeen(visit, view === null ? null : last);
  useLayoutEffect(() => {
    const element = list.current;
    // On wide pages the list scrolls by itself: it follows its end, unless one is reading further up.
    if (element !== null && element.scrollHeight - element.scrollTop - element.clientHeight < 200) {
      element.scrollTop = element.scrollHeight;
    }
  }, [last]);
  if (view === null) return null;
  return (
    <section class="chat-part" aria-labelledby="chat">
      <h2 id="chat">{t.heading}</h2>
      {shown.length < messages.length && (
        <Key look="plain" onPress={() => (all.value = true)}>
          {t.earlier}
        </Key>
      )}
      {messages.length === 0 && <p class="quiet empty">{t.empty}</p>}
      {/* Reached by keyboard, because it may scroll; an empty one is no stop. */}
      <div class="log" ref={list} role="log" aria-labelledby="chat" {...(shown.length > 0 ? { tabIndex: 0 } : {})}>
        <ol class="talk">
          {shown.map((message) => (
            <Line key={message.id} visit={visit} message={message} />
          ))}
        </ol>
      </div>
      <div id="chat-end" ref={end}>
        {view.chatOn ? <Say visit={visit} /> : <p class="quiet empty">{t.off}</p>}
      </div>
    </section>
  );
}

function Line({ visit, message }: { readonly visit: Visit; readonly message: Message }): JSX.Element {
  const { chat: t } = words();
  const clock = visit.here.value;
  const time = timeOfDay(message.at, clock);
  return (
    <li>
      <time dateTime={`${isoDay(message.at, clock)}T${time}`}>{time}</time>
      <b>{message.name}</b>
      {message.place !== "" && `, ${message.place}`}
      <p>{message.text === null ? <span class="quiet">{t.gone}</span> : message.text}</p>
    </li>
  );
}

function Say({ visit }: { readonly visit: Visit }): JSX.Element {
  const { chat: t } = words();
  const busy = useSignal(false);
  const { draft } = visit.kept;
  const send = async (text: string): Promise<void> => {
    busy.value = true;
    try {
      await visit.connection.command("say", { text });
      // What was typed meanwhile is the next message.
      if (draft.peek().trim() === text) draft.value = "";
    } finally {
      busy.value = false;
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text !== "" && !busy.value) visit.withName("chat", () => send(text));
  };
  return (
    <form class="say" onSubmit={submit}>
      <label class="sr" for="message">
        {t.field}
      </label>
      <input
        id="message"
        placeholder={t.field}
        autocomplete="off"
        maxLength={1000}
        value={draft.value}
        onInput={(event) => (draft.value = event.currentTarget.value)}
      />
      <Key type="submit" busy={busy.value}>
        {t.send}
      </Key>
    </form>
  );
}

/** Remembers up to which message (null: none is known yet) the chat's end has been in sight. */
function useSeen(visit: Visit, last: number | null): { readonly current: HTMLDivElement | null } {
  const end = useRef<HTMLDivElement>(null);
  const visible = useRef(false);
  const newest = useRef(last);
  newest.current = last;
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      visible.current = entry?.isIntersecting ?? false;
      if (visible.current) visit.chatSeen.value = newest.current;
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [visit, last === null]);
  useEffect(() => {
    if (last === null) return;
    // What was written before one came is not new.
    if (visit.chatSeen.peek() === null || (visible.current && !document.hidden)) visit.chatSeen.value = last;
  }, [visit, last]);
  return end;
}
