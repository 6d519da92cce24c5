import { connect } from "../session/connect.ts";
import { join } from "../session/join.ts";
import { pageAddress } from "../session/pass.ts";
import type { PassId } from "../../shared/ids.ts";
import { start } from "../ui/start.tsx";
import "../ui/live.css";
import { ConsolePage } from "./page.tsx";
import { createConsole, heardBefore } from "./state.ts";
import "./console.css";

const address = pageAddress();
// A path without a pass: the connection says in words that this browser holds none.
const connection = connect(address?.passId ?? ("" as PassId));
const joined = join(connection, "console", { listening: heardBefore() });
const bridge = createConsole(connection, joined, address?.occurrenceId ?? null);
void start("desk console", () => <ConsolePage console={bridge} />);
