import { connect } from "../session/connect.ts";
import { pageAddress } from "../session/pass.ts";
import { start } from "../ui/start.tsx";
import { openDesk } from "./desk.ts";
import { OrganiserPage } from "./page.tsx";

const address = pageAddress();
if (address === null) {
  location.replace("/");
} else {
  const desk = openDesk(connect(address.passId));
  void start("desk organiser", () => <OrganiserPage desk={desk} />);
}
