import type { JSX } from "preact";
import { Confirm } from "../ui/dialog.tsx";
import { DeskDialog } from "./deskdialog.tsx";
import { HandDialog } from "./handdialog.tsx";
import { KeysSheet } from "./keyssheet.tsx";
import { useConsole, useLive } from "./live.ts";
import { NameDialog } from "./namedialog.tsx";
import { SessionsDialog } from "./sessionsdialog.tsx";

/** Whatever the console asks about now. */
export function Dialogs(): JSX.Element | null {
  const { asking, joined, connection, acts } = useConsole();
  const { occurrence, names, t } = useLive();
  const about = asking.value;
  const close = (): void => {
    asking.value = null;
  };
  switch (about?.about) {
    case undefined:
      return null;
    case "keys":
      return <KeysSheet onClose={close} />;
    case "sessions":
      return <SessionsDialog onClose={close} />;
    case "desk":
      return <DeskDialog onClose={close} />;
    case "name":
      return <NameDialog onClose={close} />;
    case "hand":
      return <HandDialog roomId={about.roomId} onClose={close} />;
    case "end":
      return (
        <Confirm
          title={t.foot.endTitle(occurrence.title)}
          safe={t.foot.goOn}
          act={t.foot.end}
          onClose={close}
          onAct={() => {
            close();
            acts.run("endSession", () => connection.command("endSession", {}));
          }}
        >
          <p>{t.foot.endIs(joined.present.value)}</p>
        </Confirm>
      );
    case "remove": {
      const { passId } = about;
      const name = names.person(passId);
      return (
        <Confirm
          title={t.remote.removeTitle(name)}
          safe={t.remote.keep}
          act={t.remote.remove(name)}
          onClose={close}
          onAct={() => {
            close();
            acts.run(`remove ${passId}`, () => connection.command("remove", { passId }));
          }}
        >
          <p>{t.remote.removeIs(name)}</p>
        </Confirm>
      );
    }
  }
}
