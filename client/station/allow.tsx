import type { JSX } from "preact";
import { Key } from "../ui/key.tsx";
import { TroubleNote } from "../ui/trouble.tsx";
import type { Station } from "./station.ts";
import { words } from "./words.ts";

/** The browser's permission, asked for with the reason beside it. */
export function Allow({ station }: { readonly station: Station }): JSX.Element | null {
  const { allow } = words();
  const permission = station.devices.permission.value;
  switch (permission) {
    case "allowed":
      return null;
    case "refused":
    case "insecure":
    case "none":
      return <TroubleNote trouble={allow[permission]} />;
    case "asking":
    case "unasked":
      return (
        <div class="allow">
          <p class="fine" role="status">
            {permission === "asking" ? allow.asking : allow.text}
          </p>
          <Key busy={permission === "asking"} onPress={() => void station.devices.ask()}>
            {allow.key}
          </Key>
        </div>
      );
  }
}
