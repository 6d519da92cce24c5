import { connect } from "../session/connect.ts";
import { pageAddress } from "../session/pass.ts";
import { start } from "../ui/start.tsx";
import "../ui/live.css";
import { ParticipantPage } from "./page.tsx";
import { Visit } from "./visit.ts";
import "./participant.css";

const address = pageAddress();
if (address === null) {
  // Not a page's address: the way in knows which passes this browser holds.
  location.replace("/");
} else {
  const connection = connect(address.passId);
  const ready = start("phone wide", () => <ParticipantPage visit={visit} />);
  const visit = new Visit(address, connection);
  void ready;
}
