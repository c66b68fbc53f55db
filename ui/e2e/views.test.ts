import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, openEmpty, start } from "./browser";
import { type Place, PLACES, query } from "./places";

// One window for all places: a new one would have to read and compile the whole app again, which takes longer than
// looking at it. Each place is loaded anew.
let browser: Browser;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  browser = await launch();
  page = await openEmpty(browser, errors);
});
afterAll(() => browser.close());

/** Shows a place once for all checks of a group. */
function shown(place: Place, wish: string, size: { width?: number; height?: number } = {}): void {
  beforeAll(async () => {
    errors.length = 0;
    await start(page, { query: query(place, wish), hash: place.hash, ...size });
    await place.go?.(page);
  });
}

async function axe(): Promise<void> {
  await page.waitForTimeout(150);
  // The page in the preview runs no scripts, so nothing can look at it from inside; it has tests of its own. The other
  // mode loads axe into a second window each time, to put together what it found in frames.
  const look = new AxeBuilder({ page }).exclude("iframe").setLegacyMode(true);
  const { violations } = await look.options({ resultTypes: ["violations"], iframes: false, preload: false }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(found).toEqual([]);
  expect(errors, "the page complains about nothing").toEqual([]);
}

/** How far the page would have to be scrolled sideways. Data tables scroll inside a region of their own. */
const overhang = () => {
  const main = document.querySelector("main") ?? document.documentElement;
  return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
};

describe.each(PLACES)("$name", (place) => {
  describe("in English", () => {
    shown(place, "locale=en&theme=system");
    it.each(["light", "dark"] as const)("axe finds nothing, %s", async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      await axe();
    });
  });

  // The longest words.
  describe("in German", () => {
    shown(place, "locale=de&theme=light", { width: 320, height: 700 });
    it.each([
      [320, "ltr"],
      [640, "ltr"],
      [640, "rtl"],
    ])("at %d px, %s, nothing has to be scrolled sideways", async (width, direction) => {
      await page.setViewportSize({ width, height: 700 });
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      await page.waitForTimeout(100);
      expect(await page.evaluate(overhang)).toBeLessThanOrEqual(1);
    });
    it("axe finds nothing", async () => {
      await page.evaluate(() => (document.documentElement.dir = "ltr"));
      await page.setViewportSize({ width: 1280, height: 832 });
      await axe();
    });
  });
});
