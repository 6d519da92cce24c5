import { chromium } from "playwright-core";
import { startServer } from "../support/server.ts";
import { suggesting } from "./plannersuggest.ts";
const browser = await chromium.launch({ executablePath: process.env["CHROME_BIN"]!, args: ["--no-sandbox", "--disable-gpu"] });
const server = await startServer({ env: { NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` } });
try { await suggesting(browser, server); } finally { await server.close(); await browser.close(); }
