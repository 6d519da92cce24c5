import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Message } from "../../shared/stage/model.ts";
import { Key } from "../ui/key.tsx";
import { timeOfDay } from "../ui/time.ts";
import { useConsole, useLive } from "./live.ts";
import { roomOf } from "./names.ts";

/** Messages that came after the newest one that was looked at. */
export const unreadOf = (chat: readonly Message[], seen: number): number =>
  chat.filter((message) => message.seq > seen && message.text !== null).length;

/** What all can read; whoever has the desk deletes, and switches it off and on. */
export function Chat(): JSX.Element {
  const { chatSeen, acts } = useConsole();
  const { stage, rights, t, command } = useLive();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const newest = stage.chat.at(-1)?.seq ?? 0;
  useEffect(() => {
    chatSeen.value = newest;
  }, [newest]);
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  return (
    <section class="chat" aria-labelledby={heading}>
      <div class="chathead">
        <h2 id={heading}>{t.chat.title}</h2>
        <Key
          look="plain"
          busy={acts.isBusy("switchChat")}
          disabled={rights.desk !== null}
          {...(rights.desk === null ? {} : { why: rights.desk })}
          onPress={() => command("switchChat", { on: !stage.chatOn })}
        >
          {stage.chatOn ? t.chat.switchOff : t.chat.switchOn}
        </Key>
      </div>
      <ul ref={list} class="talk" tabIndex={0} aria-label={t.chat.title}>
        {stage.chat.map((message) => (
          <li key={message.id}>
            <Written message={message} />
          </li>
        ))}
        {stage.chat.length === 0 && <li class="quiet">{t.chat.empty}</li>}
      </ul>
      <Write />
    </section>
  );
}

function Written({ message }: { readonly message: Message }): JSX.Element {
  const { connection, acts } = useConsole();
  const { occurrence, pass, rights, t, command } = useLive();
  const clock = roomOf(occurrence, pass.roomId)?.clock ?? connection.welcome.value?.here;
  const name = message.name === "" ? t.somebody : message.name;
  return (
    <>
      {clock !== undefined && <time class="fine">{timeOfDay(message.at, clock)}</time>}
      <b>{name}</b> {message.place !== "" && <small class="fine">{message.place}</small>}
      <p class={message.text === null ? "quiet" : "text"}>{message.text ?? t.chat.deleted}</p>
      {message.text !== null && rights.desk === null && (
        <Key
          look="plain"
          label={t.chat.deleteOf(name)}
          busy={acts.isBusy(`delete ${message.id}`)}
          onPress={() => command("deleteMessage", { messageId: message.id }, `delete ${message.id}`)}
        >
          {t.chat.delete}
        </Key>
      )}
    </>
  );
}

function Write(): JSX.Element {
  const { connection, acts, draft } = useConsole();
  const { stage, pass, t } = useLive();
  const id = useId();
  const closed = stage.phase === "ended" || (!stage.chatOn && pass.role !== "moderator");
  const send = (event: Event): void => {
    event.preventDefault();
    const text = draft.value.trim();
    if (text === "" || closed) return;
    acts.run("say", async () => {
      await connection.command("say", { text });
      draft.value = "";
    });
  };
  return (
    <form class="write" onSubmit={send}>
      {!stage.chatOn && <p class="fine quiet">{t.chat.off}</p>}
      <label class="sr" for={id}>
        {t.chat.write}
      </label>
      <input
        id={id}
        value={draft.value}
        maxLength={1000}
        autocomplete="off"
        placeholder={t.chat.write}
        disabled={closed}
        onInput={(event) => (draft.value = event.currentTarget.value)}
      />
      <Key type="submit" busy={acts.isBusy("say")} disabled={closed}>
        {t.chat.send}
      </Key>
    </form>
  );
}
