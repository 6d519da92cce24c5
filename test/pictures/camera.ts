import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { shrink } from "./png.ts";

/** Takes screenshots into a folder: `NAME-WIDTH-SCHEME.png`. */
export class Camera {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The page once its pictures move: from its top, or from `part` on. */
  async take(page: Page, name: string, scheme: "light" | "dark" = "light", part?: string): Promise<void> {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.bringToFront();
    // Nothing is pointed at, and nothing has the focus's ring.
    await page.mouse.move(0, 0);
    await page.evaluate(place, part);
    await page.waitForFunction(isSettled, undefined, { polling: 200 });
    const shot = shrink(await page.screenshot());
    const file = `${name}-${page.viewportSize()?.width ?? 0}-${scheme}.png`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, file), shot);
    console.log(`${file}  ${Math.round(shot.length / 1024)} kB`);
  }
}

/** Runs in the page. */
function place(part: string | undefined): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (part === undefined) scrollTo(0, 0);
  else document.querySelector(part)?.scrollIntoView({ block: "start" });
}

/** Runs in the page: every video that is in sight has a picture, and nothing is on its way. */
function isSettled(): boolean {
  const videos = [...document.querySelectorAll("video")].filter(
    (video) => video.checkVisibility() && video.srcObject !== null,
  );
  return (
    videos.every((video) => video.readyState >= 2 && video.videoWidth > 0) &&
    document.querySelector("[aria-busy=true]") === null
  );
}
