import { secret } from "./secret.ts";
import { start } from "../ui/start.tsx";
import { JoinPage } from "./page.tsx";
import { door } from "./state.ts";

const entrance = door(secret);
void entrance.open();
void start("phone", () => <JoinPage entrance={entrance} />);
