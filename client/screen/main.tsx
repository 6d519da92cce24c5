import { start } from "../ui/start.tsx";
import { ticking } from "../ui/ticking.ts";
import { followStation } from "./follow.ts";
import { ScreenPage } from "./page.tsx";
import { watchKeys } from "./fullscreen.ts";
import "./screen.css";

const followed = followStation();
const time = ticking(() => followed.now());
watchKeys();
void start("screen", () => <ScreenPage followed={followed} time={time} />);
