import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { conflicts } from "../../shared/plan/conflicts.ts";
import { conflictWords } from "../../shared/plan/words.ts";
import { readZones } from "../../shared/plan/zones.ts";
import type { PlannerView } from "../../shared/protocol/planner.ts";
import type { ConferenceView } from "../../shared/protocol/views.ts";
import { language } from "../i18n/language.ts";
import { pathTo } from "../session/pass.ts";
import { useActing } from "../ui/acting.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Key, LinkKey } from "../ui/key.tsx";
import { Release, releaseWords } from "../ui/release.tsx";
import { ErrorNote } from "../ui/trouble.tsx";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

interface Props {
  readonly desk: Desk;
  readonly conference: ConferenceView;
}

/** What is in the plan and not released yet; nothing while both are the same. */
export function DraftNote({ desk, conference }: Props): JSX.Element | null {
  const t = words().draft;
  const opened = useSignal<PlannerView | null>(null);
  const said = useSignal("");
  const acting = useActing();
  const { latest, changed } = conference.draft;
  const open = (): Promise<void> =>
    acting.run(async () => {
      opened.value = await desk.draft();
    });
  const pass = desk.connection.welcome.value?.pass;
  const close = (): void => {
    opened.value = null;
  };
  return (
    <>
      {changed > 0 && (
        <div class="draft-note">
          <p>{latest === null ? t.never : t.changes(changed)}</p>
          <p class="keys">
            <Key busy={acting.busy.value} onPress={() => void open()}>
              {t.release}
            </Key>
            {pass !== undefined && <LinkKey href={pathTo("planner", pass.id)}>{t.see}</LinkKey>}
          </p>
        </div>
      )}
      {acting.error.value !== null && opened.value === null && <ErrorNote error={acting.error.value} />}
      <p class="sr" role="status">
        {said.value}
      </p>
      {opened.value !== null && (
        <Dialog title={releaseWords().title} onClose={close} class="broad">
          <ReleaseDraft
            desk={desk}
            conference={conference}
            view={opened.value}
            onDone={(number) => {
              said.value = number === null ? "" : releaseWords().done(number);
              close();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function ReleaseDraft(
  props: Props & { readonly view: PlannerView; readonly onDone: (number: number | null) => void },
): JSX.Element {
  const { desk, conference, view, onDone } = props;
  const acting = useActing();
  const zones = readZones(view.zones);
  const found = conflicts(view.plan, zones, conference.id).map((conflict) => ({
    ...conflictWords(view.plan, zones, conflict, language.value),
    key: conflict.key,
    weight: conflict.weight,
  }));
  const release = (despite: readonly string[]): void =>
    void acting.run(async () => {
      const { number } = await desk.edit("release", { conferenceId: conference.id, despite: [...despite] });
      onDone(number);
    });
  return (
    <Release
      draft={conference.draft}
      conflicts={found}
      acting={acting}
      onRelease={release}
      onCancel={() => onDone(null)}
    >
      {acting.error.value !== null && <ErrorNote error={acting.error.value} />}
    </Release>
  );
}
