import type { JSX } from "preact";
import type { PassId } from "../../shared/ids.ts";
import { Sheet } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { useConsole, useLive } from "./live.ts";

/** Who has the desk; to whom it can be handed: the consoles that are here. */
export function DeskDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { joined, connection, acts } = useConsole();
  const { stage, pass, names, t } = useLive();
  const consoles = [
    ...new Set(
      joined.people.value
        .filter(({ page, state, passId }) => page === "console" && state === "here" && passId !== pass.id)
        .map(({ passId }) => passId),
    ),
  ].filter((passId) => passId !== stage.desk);
  const mine = stage.desk === pass.id;
  const act = (start: () => Promise<unknown>): void => {
    onClose();
    acts.run("desk", start);
  };
  const give = (passId: PassId | null): void =>
    act(() => connection.command("giveDesk", { passId, baseSeq: stage.seq }));
  return (
    <Sheet title={t.desk.title} onClose={onClose}>
      <p>
        {t.desk.name}:{" "}
        <b>{mine ? t.desk.withYou : stage.desk === null ? t.desk.withNobody : names.person(stage.desk)}</b>. {t.desk.is}
      </p>
      <ul class="stack choices">
        {consoles.map((passId) => (
          <li key={passId}>
            <Key look="wide" onPress={() => give(passId)}>
              {t.desk.handTo(names.person(passId))}
            </Key>
          </li>
        ))}
        {consoles.length === 0 && <li class="quiet">{t.desk.nobodyElse}</li>}
        {!mine && (
          <li>
            <Key look="wide" onPress={() => act(() => connection.command("takeDesk", { baseSeq: stage.seq }))}>
              {t.desk.take}
            </Key>
          </li>
        )}
        {stage.desk !== null && (
          <li>
            <Key look="wide" onPress={() => give(null)}>
              {t.desk.lay}
            </Key>
          </li>
        )}
      </ul>
    </Sheet>
  );
}
