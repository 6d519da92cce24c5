import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually } from "./senses.ts";

// A page worked by keyboard alone. Wherever one stops on the way, the focus can be seen.

export interface Focused {
  /** What a screen reader says of the control. */
  readonly name: string;
  /** Is it a control, and not a part of the page that was led to? */
  readonly control: boolean;
  /** Does it do something now? Keys stay where they are while they do not. */
  readonly idle: boolean;
  /** Does one see that it has the focus? */
  readonly ring: boolean;
  /** Is its middle on the page's glass, with nothing on top? */
  readonly inSight: boolean;
  /** Of a field. */
  readonly value: string;
}

export interface Keys {
  /** How often a key was pressed so far; one with Shift or Ctrl counts once. */
  readonly count: () => number;
  press(key: string, times?: number): Promise<void>;
  /** Letters, each a key. */
  type(text: string): Promise<void>;
  focused(): Promise<Focused>;
  /** What has the focus can be seen, and that it has it: perhaps in a moment, when a change of the page is drawn. */
  expectInSight(why?: string): Promise<void>;
  /** Goes on by Tab until the control of that name has the focus. Throws where a round finds none. */
  tabTo(name: string | RegExp): Promise<void>;
  /** Tabs to it and presses it, as soon as it can be pressed. */
  enter(name: string | RegExp): Promise<void>;
  /** Tabs to a field and writes into it, in place of what stands there. */
  write(name: string | RegExp, text: string): Promise<void>;
  /** Into the browser's own fields for days ("2020-01-10") and times ("16:15"), however it orders their parts. */
  writeParts(name: string | RegExp, value: string): Promise<void>;
}

/** No planner's page has more stops in a round. */
const mostStops = 150;

export function keysOf(page: Page): Keys {
  let count = 0;
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      count += 1;
      await page.keyboard.press(key);
    }
  };
  const type = async (text: string): Promise<void> => {
    count += text.length;
    await page.keyboard.type(text);
  };
  const focused = (): Promise<Focused> => page.evaluate(readFocus);
  const expectInSight = (why = ""): Promise<void> =>
    eventually(async () => expect(await focused(), why).toMatchObject({ ring: true, inSight: true }), 5000);
  const fits = (name: string, wanted: string | RegExp): boolean =>
    typeof wanted === "string" ? name === wanted : wanted.test(name);
  const tabTo = async (wanted: string | RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let stops = 0; stops < mostStops; stops += 1) {
      const now = await focused();
      if (now.control) {
        await expectInSight([...passed.slice(-5), now.name].join(" → "));
        if (fits(now.name, wanted)) return;
        passed.push(now.name);
      }
      await press("Tab");
    }
    throw new Error(`no ${String(wanted)} by keyboard, only ${[...new Set(passed)].join(" → ")}`);
  };
  return {
    count: () => count,
    press,
    type,
    focused,
    expectInSight,
    tabTo,
    async enter(name) {
      await tabTo(name);
      await eventually(async () => expect(await focused()).toMatchObject({ idle: true }));
      await press("Enter");
    },
    async write(name, text) {
      await tabTo(name);
      await press("Control+a");
      await type(text);
    },
    async writeParts(name, value) {
      await tabTo(name);
      for (const digits of ordersOf(value)) {
        await type(digits);
        if ((await focused()).value === value) return;
        // Back to the first part.
        await press("ArrowLeft", 3);
      }
      throw new Error(`the field takes no ${value}, it has ${(await focused()).value}`);
    },
  };
}

/** How the parts of a day or a time may have to be typed: that is the language of the browser, not of the page. */
function ordersOf(value: string): readonly string[] {
  const [year, month, day] = value.split("-");
  if (year !== undefined && month !== undefined && day !== undefined)
    return [`${month}${day}${year}`, `${day}${month}${year}`, `${year}${month}${day}`];
  const [hours = "", minutes = ""] = value.split(":");
  const half = String(Number(hours) % 12 || 12).padStart(2, "0");
  return [`${half}${minutes}${Number(hours) < 12 ? "AM" : "PM"}`, `${hours}${minutes}`];
}

/** Runs in the page. */
function readFocus(): Focused {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { name: "", control: false, idle: false, ring: false, inSight: false, value: "" };
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;
  const labels = isField ? [...(element.labels ?? [])] : [];
  const title = document.getElementById(element.getAttribute("aria-labelledby") ?? "");
  const heard = (one: Element | undefined | null): string | undefined => {
    const copy = one?.cloneNode(true);
    if (!(copy instanceof Element)) return undefined;
    for (const hidden of copy.querySelectorAll("[aria-hidden=true], select, input")) hidden.remove();
    return copy.textContent;
  };
  const text = element.getAttribute("aria-label") ?? heard(title) ?? heard(labels[0]) ?? heard(element) ?? "";
  // A tick is drawn by its label, and so may be its ring.
  const drawn = [element, ...labels].map((one) => getComputedStyle(one));
  // On the calendar's or clock's own key within a field it is the browser that draws the ring, around that key.
  const hasOwnKey = element instanceof HTMLInputElement && ["date", "time"].includes(element.type);
  const ring =
    hasOwnKey ||
    drawn.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2);
  const { left, top, width, height } = element.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  const inSight = seen !== null && (element.contains(seen) || labels.some((label) => label.contains(seen)));
  return {
    name: text.replaceAll(/\s+/g, " ").trim(),
    control: element.tabIndex >= 0,
    idle: element.getAttribute("aria-disabled") !== "true",
    ring,
    inSight,
    value: isField ? element.value : "",
  };
}
