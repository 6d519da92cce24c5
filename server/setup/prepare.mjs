// What each command needs before it can begin, in order. All of it does nothing where it was done before.
import { browsers } from "./browsers.mjs";
import { clientPages } from "./client.mjs";
import { dependencies } from "./dependencies.mjs";
import { pinnedNode } from "./node.mjs";
import { testTools } from "./tools.mjs";
import { mediaWorker } from "./worker/find.mjs";

/** @returns {Promise<string>} the Node to go on with */
export async function prepareNode() {
  await dependencies();
  return pinnedNode();
}

/** @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} all that the server needs */
export async function prepareServer() {
  const node = await prepareNode();
  const worker = await mediaWorker(node);
  await clientPages(node);
  return { node, env: { ...process.env, MEDIASOUP_WORKER_BIN: worker } };
}

/** @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} all that the tests and benches need */
export async function prepareTests() {
  const { node, env } = await prepareServer();
  await testTools();
  return { node, env: { ...env, ...(await browsers(node)) } };
}
