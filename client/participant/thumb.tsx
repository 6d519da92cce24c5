import { useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MyPlace } from "../../shared/stage/views.ts";
import { Key } from "../ui/key.tsx";
import type { Visit } from "./visit.ts";
import { isFailed } from "./failed.ts";
import { words } from "./words.ts";

/** What is always at the thumb while one listens: the hand and the way to the chat. */
export function ThumbKeys({ visit }: { readonly visit: Visit }): JSX.Element | null {
  const t = words();
  const view = visit.view.value;
  const asks = view?.mine.state === "next" && !view.mine.ready;
  const asked = useRef(asks);
  useEffect(() => {
    const gone = asked.current && !asks;
    asked.current = asks;
    // The key that was pressed is gone, and the focus with it. Not to the next key: that lowers the hand.
    if (gone && document.activeElement === document.body) {
      document.querySelector<HTMLElement>("#content")?.focus({ preventScroll: true });
    }
  }, [asks]);
  if (view === null || view.phase === "ended") return null;
  const { mine } = view;
  return (
    <div class="thumb" role="region" aria-label={t.listening.region}>
      <div class="pair">
        {asks && <ReadyKey visit={visit} />}
        <HandKey visit={visit} mine={mine} />
        <ChatKey visit={visit} />
      </div>
    </div>
  );
}

/** One key, up or down: the focus stays on it. */
function HandKey({ visit, mine }: { readonly visit: Visit; readonly mine: MyPlace }): JSX.Element {
  const { queue: t } = words();
  const busy = useSignal(false);
  const { entryId } = mine;
  const lower = async (): Promise<void> => {
    if (entryId === null) return;
    busy.value = true;
    await visit.attempt(() => visit.connection.command("lowerHand", { entryId }));
    busy.value = false;
  };
  const raise = (): void =>
    visit.withName("hand", async () => {
      busy.value = true;
      try {
        await visit.connection.command("raiseHand", {});
      } finally {
        busy.value = false;
      }
    });
  return entryId === null ? (
    <Key look="main tall" icon="hand" busy={busy.value} onPress={raise}>
      {t.raise}
    </Key>
  ) : (
    <Key look="tall" busy={busy.value} onPress={() => void lower()}>
      {t.lower}
    </Key>
  );
}

/** "I am ready": the microphone has been tried, and a call may put one on air at once. Without one: to try again. */
export function ReadyKey({ visit }: { readonly visit: Visit }): JSX.Element {
  const { check: t } = words();
  const busy = useSignal(false);
  const microphone = visit.floor.value?.microphone;
  const state = microphone?.state.value ?? "off";
  const ready = async (): Promise<void> => {
    busy.value = true;
    await visit.attempt(() => visit.connection.command("makeReady", {}));
    busy.value = false;
  };
  if (isFailed(state)) {
    return (
      <Key look="main tall wide" class="whole" icon="microphone" onPress={() => void microphone?.ask()}>
        {t.again}
      </Key>
    );
  }
  return (
    <Key
      look="main tall wide"
      class="whole"
      icon="microphone"
      busy={busy.value}
      disabled={state !== "granted"}
      onPress={() => void ready()}
    >
      {t.ready}
    </Key>
  );
}

/** To the chat, with how many messages came since it was last on the screen. Only where the chat is out of sight. */
function ChatKey({ visit }: { readonly visit: Visit }): JSX.Element {
  const { chat: t } = words();
  const fresh = useComputed(() => {
    const seen = visit.chatSeen.value;
    if (seen === null) return 0;
    const messages = visit.view.value?.chat ?? [];
    return messages.filter(({ seq, passId, text }) => seq > seen && passId !== visit.address.passId && text !== null)
      .length;
  }).value;
  const go = (): void => {
    const end = document.querySelector<HTMLElement>("#chat-end");
    end?.scrollIntoView({ block: "center" });
    end?.querySelector("input")?.focus({ preventScroll: true });
  };
  return (
    <Key look="tall" class="chat" icon="chat" onPress={go}>
      {fresh > 0 ? t.keyNew(fresh) : t.key}
    </Key>
  );
}
