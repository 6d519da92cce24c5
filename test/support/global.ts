// Runs once before all tests.

const needed = ["MEDIASOUP_WORKER_BIN", "CHROME_BIN", "FIREFOX_BIN"];

/** Tests never go without a worker or a browser: `npm test` finds them and names them here. */
export function setup(): void {
  const missing = needed.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`${missing.join(", ")} not set: run the tests by npm test`);
}
