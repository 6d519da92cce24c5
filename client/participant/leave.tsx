import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import type { Visit } from "./visit.ts";
import { words } from "./words.ts";

interface LeaveDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

/** Leaving, and on a borrowed device being forgotten by it. */
export function LeaveDialog({ visit, onClose }: LeaveDialogProps): JSX.Element {
  const { leave: t } = words();
  const forget = useSignal(false);
  const busy = useSignal(false);
  const state = visit.view.value?.mine.state;
  const leave = async (): Promise<void> => {
    busy.value = true;
    await visit.attempt(() => (forget.value ? visit.forget() : visit.leave()));
    busy.value = false;
    onClose();
  };
  return (
    <Dialog title={t.title(visit.occurrence.value?.title ?? "")} onClose={onClose}>
      <p>{state === "onAir" ? t.onAir : t.what}</p>
      <div>
        <label class="tick">
          <input
            type="checkbox"
            checked={forget.value}
            onChange={(event) => (forget.value = event.currentTarget.checked)}
          />
          {t.forget}
        </label>
        <p class="quiet">{t.forgetIs}</p>
      </div>
      <p class="keys">
        <Key look="main" autofocus onPress={onClose}>
          {t.stay}
        </Key>
        <Key busy={busy.value} icon="leave" onPress={() => void leave()}>
          {t.leave}
        </Key>
      </p>
    </Dialog>
  );
}
