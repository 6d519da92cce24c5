import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds against WCAG 2.0 to 2.2 (A and AA) and its best practice: one line each place. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(runAxe);
  return found.map(({ id, places }) => `${id}: ${places.join(" · ")}`);
}

/** Runs in the page. */
async function runAxe(): Promise<{ id: string; places: string[] }[]> {
  const { axe: tool } = window as Window & { axe?: { run(options: object): Promise<AxeResults> } };
  if (tool === undefined) throw new Error("axe is not in the page");
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const results = await tool.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
  if (results.passes.length === 0) throw new Error("axe looked at nothing");
  return results.violations.map(({ id, nodes }) => ({
    id,
    places: nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
  }));
}

export interface Measures {
  /** How much further than the window the page reaches to the side (CSS pixels). */
  readonly sideways: number;
  /**
   * Keys that a finger does not hit well: lower or narrower than 44 pixels. On a phone whatever is pressed, elsewhere the keys
   * that look like one (axe sees to the 24 pixels that all others need).
   */
  readonly smallKeys: readonly string[];
  /** Texts that are smaller than 13 pixels, labels and scales included. */
  readonly smallTexts: readonly string[];
  /** Of the body's text. */
  readonly textSize: number;
}

const keys = ".key:not(.plain), .fares label, .pick label";
const pressed = "button:not(.link), select, input:not([type=radio], [type=checkbox])";

export const measure = (page: Page, onPhone: boolean): Promise<Measures> =>
  page.evaluate(takeMeasures, onPhone ? `${keys}, ${pressed}` : keys);

/** Runs in the page. */
function takeMeasures(selector: string): Measures {
  const visible = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const smallKeys = [...document.querySelectorAll<HTMLElement>(selector)].filter(visible).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 43.5 || height < 43.5
      ? [`${element.innerText || element.outerHTML.slice(0, 80)}: ${width} × ${height}`]
      : [];
  });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const smallTexts: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: element } = node;
    if (element === null || (node.textContent ?? "").trim() === "" || !visible(element)) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < 13) smallTexts.push(`${node.textContent ?? ""}: ${size}`);
  }
  return {
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    smallKeys,
    smallTexts,
    textSize: Number.parseFloat(getComputedStyle(document.body).fontSize),
  };
}
