import { connect } from "../session/connect.ts";
import { pageAddress } from "../session/pass.ts";
import { start } from "../ui/start.tsx";
import { openBoard } from "./board.ts";
import { PlannerPage } from "./page.tsx";

const address = pageAddress();
if (address === null) {
  location.replace("/");
} else {
  const board = openBoard(connect(address.passId));
  void start("desk planner", () => <PlannerPage board={board} />);
}
