// npm run build: everything that npm start needs, without starting.
import { prepareServer } from "./prepare.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  await prepareServer();
  return 0;
});
