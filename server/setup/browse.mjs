// Run by the doctor under the pinned Node: does the tests' Chromium start and show a page?
import { chromium } from "playwright-core";

const browser = await chromium.launch({
  executablePath: process.env["CHROME_BIN"],
  // Chromium's own sandbox refuses to run as root.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
await page.setContent("<h1>Crossroom</h1>");
console.log(`${browser.version()} shows “${await page.textContent("h1")}”`);
await browser.close();
