// The browsers that the tests drive: real ones. A test never goes without because a browser is missing.
import { existsSync } from "node:fs";
import { findProgram, installDebian, isDebianRoot } from "./debian.mjs";
import { root } from "./places.mjs";
import { attempt } from "./processes.mjs";
import { SetUpError, step } from "./steps.mjs";

const downloadLimitMs = 300_000;

const chromium = {
  title: "Chromium",
  variable: "CHROME_BIN",
  programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  places: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  debianPackage: "chromium",
  download: playwrightChromium,
};

const firefox = {
  title: "Firefox ESR",
  variable: "FIREFOX_BIN",
  programs: ["firefox-esr", "firefox"],
  places: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  debianPackage: "firefox-esr",
};

/** @returns {Promise<string | undefined>} its version, if it starts */
async function versionOf(path) {
  const { code, output } = await attempt(path, ["--version"], { limitMs: 60_000 });
  return code === 0 ? /\d+(\.\d+)+/.exec(output)?.[0] : undefined;
}

/** Playwright's own download of Chromium: there already, or fetched now. Fails in seconds where the internet is out of reach. */
async function playwrightChromium(node, say) {
  const cli = ["node_modules/playwright-core/cli.js"];
  const where = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const path = (await attempt(node, ["-e", where], { cwd: root })).output.trim();
  if (path && existsSync(path)) return path;
  say("asking for Playwright's");
  const { code } = await attempt(node, [...cli, "install", "chromium"], {
    cwd: root,
    limitMs: downloadLimitMs,
    onLine: (line) => {
      const percent = /(\d+)%/.exec(line)?.[1];
      if (percent) say(`downloading Playwright's, ${percent} %`);
    },
  });
  return code === 0 && existsSync(path) ? path : undefined;
}

const installed = ({ programs, places }) =>
  [...programs.map(findProgram), ...places].find((path) => path && existsSync(path));

/** @returns {string | undefined} the Chromium that is here, if one is; nothing is installed for it */
export const chromiumHere = () => process.env[chromium.variable] || installed(chromium);

async function obtain(browser, node, say) {
  const given = process.env[browser.variable];
  if (given) {
    if (await versionOf(given)) return given;
    throw new SetUpError(`${browser.variable}=${given} does not start`);
  }
  const there = installed(browser);
  if (there && (await versionOf(there))) return there;
  const downloaded = await browser.download?.(node, say);
  if (downloaded && (await versionOf(downloaded))) return downloaded;
  if (isDebianRoot()) {
    await installDebian([browser.debianPackage], say);
    const path = installed(browser);
    if (path && (await versionOf(path))) return path;
  }
  throw new SetUpError(
    `The tests need ${browser.title}, and none was found that starts.\n` +
      `Install it (Debian: apt-get install ${browser.debianPackage}), or set ${browser.variable} to its path.`,
  );
}

const find = (browser, node) =>
  step(
    browser.title,
    async (say) => {
      const path = await obtain(browser, node, say);
      return { path, version: await versionOf(path) };
    },
    ({ path, version }) => `${version}, ${path}`,
  ).then(({ path }) => path);

/** @returns {Promise<{ CHROME_BIN: string, FIREFOX_BIN: string }>} for the tests' environment */
export async function browsers(node) {
  return { CHROME_BIN: await find(chromium, node), FIREFOX_BIN: await find(firefox, node) };
}
