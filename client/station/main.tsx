import { connect } from "../session/connect.ts";
import { pageAddress } from "../session/pass.ts";
import { start } from "../ui/start.tsx";
import { ticking } from "../ui/ticking.ts";
import { StationPage } from "./page.tsx";
import { Station } from "./station.ts";
import "../ui/live.css";
import "./station.css";

const address = pageAddress();
if (address === null) {
  // Not a station's path: the way in finds the right page.
  location.replace("/");
} else {
  const { passId } = address;
  const connection = connect(passId);
  const station = new Station(passId, connection);
  const time = ticking(() => connection.now());
  void start("desk station", () => <StationPage station={station} time={time} passId={passId} />);
}
