// Prints where the media worker is: for scripts, and for whoever wants to run a test by hand.
import { existsSync } from "node:fs";
import { cachedWorker } from "./find.mjs";

const path = process.env["MEDIASOUP_WORKER_BIN"] || cachedWorker();
if (existsSync(path)) {
  console.log(path);
} else {
  console.error("not there yet: npm start, npm test or npm run doctor fetches or builds it");
  process.exitCode = 1;
}
process.exit();
