import { useComputed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { common } from "../i18n/common.ts";
import type { Connection } from "../session/contract.ts";
import { Key } from "./key.tsx";
import { Plate } from "./plate.tsx";
import { second } from "./time.ts";
import { TroubleNote } from "./trouble.tsx";

interface LineNoteProps {
  readonly connection: Pick<Connection, "state" | "lost" | "goodbye" | "outdated" | "tryNow">;
  /** The server's time, from `ticking`. */
  readonly time: ReadonlySignal<number>;
}

/** Says what is wrong with the line to the server, and nothing while all is in order. */
export function LineNote({ connection, time }: LineNoteProps): JSX.Element | null {
  const { line, goodbye, outdated, reload, opening } = common();
  const nextTry = useComputed(() => {
    const { value } = connection.lost;
    return value === null ? 0 : Math.max(0, Math.ceil((value.nextAt - time.value) / second));
  });
  if (connection.goodbye.value !== null) return <TroubleNote trouble={goodbye[connection.goodbye.value]} />;
  if (connection.state.value === "lost") {
    return (
      <div class="trouble">
        <p role="alert">
          <Plate look="look">{line.lost}</Plate> {line.comesBack}
        </p>
        <p class="keys">
          <Key onPress={() => connection.tryNow()}>{line.tryNow}</Key>
          <span>{line.nextTry(nextTry.value)}</span>
        </p>
      </div>
    );
  }
  if (connection.state.value === "opening") return <p role="status">{opening}</p>;
  if (!connection.outdated.value) return null;
  return (
    <div class="trouble" role="status">
      <p>{outdated}</p>
      <p class="keys">
        <Key onPress={() => location.reload()}>{reload}</Key>
      </p>
    </div>
  );
}
