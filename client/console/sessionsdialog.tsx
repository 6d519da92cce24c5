import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import { Sheet } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { timeOfDay, wallAt } from "../ui/time.ts";
import { byTime } from "./choice.ts";
import { useConsole, useLive } from "./live.ts";
import { roomOf } from "./names.ts";

/** The sessions of today and the next day's first: one press goes there. */
export function SessionsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { connection, goTo, pass } = useConsole();
  const { occurrence: here, t } = useLive();
  const welcome = connection.welcome.value;
  return (
    <Sheet title={t.choose.title} onClose={onClose}>
      <ul class="links">
        {byTime(connection.occurrences.value).map((occurrence) => {
          const clock = roomOf(here, pass.value?.roomId ?? null)?.clock ?? welcome?.here;
          const when =
            clock === undefined
              ? ""
              : t.choose.when(
                  common().time.shortDay(wallAt(occurrence.startsAt, clock)),
                  timeOfDay(occurrence.startsAt, clock),
                  timeOfDay(occurrence.endsAt, clock),
                  clock.city,
                );
          return (
            <li key={occurrence.id}>
              <p>
                <b>{t.choose.phases[occurrence.phase]}</b>, {when}
              </p>
              {occurrence.id === here.id ? (
                <p>
                  {occurrence.title}. <span class="quiet">{t.choose.here}</span>
                </p>
              ) : (
                <Key
                  onPress={() => {
                    onClose();
                    goTo(occurrence.id);
                  }}
                >
                  {t.choose.go(occurrence.title)}
                </Key>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
