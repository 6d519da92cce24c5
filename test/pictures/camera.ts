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

  /** The page as it stands, once its pictures move. */
  async take(page: Page, name: string, scheme: "light" | "dark" = "light"): Promise<void> {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.bringToFront();
    await page.waitForFunction(isSettled, undefined, { polling: 200 });
    const shot = shrink(await page.screenshot());
    const file = `${name}-${page.viewportSize()?.width ?? 0}-${scheme}.png`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, file), shot);
    console.log(`${file}  ${Math.round(shot.length / 1024)} kB`);
  }
}

/** Runs in the page: every video that is in sight has a picture, and nothing is on its way. */
function isSettled(): boolean {
  const videos = [...document.querySelectorAll("video")].filter((video) => video.checkVisibility() && video.srcObject !== null);
  return videos.every((video) => video.readyState >= 2 && video.videoWidth > 0) && document.querySelector("[aria-busy=true]") === null;
}
