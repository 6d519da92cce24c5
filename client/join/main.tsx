import { onSecret, secret } from "./secret.ts";
import { start } from "../ui/start.tsx";
import { JoinPage } from "./page.tsx";
import { door } from "./state.ts";

const entrance = door(secret);
void entrance.open(secret);
onSecret((next) => void entrance.open(next));
void start("phone", () => <JoinPage entrance={entrance} />);
