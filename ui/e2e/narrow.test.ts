import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open } from "./browser";
import { PLACES, query } from "./places";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** How far the page would have to be scrolled sideways. Data tables scroll inside a region of their own. */
const overhang = () => {
  const main = document.querySelector("main") ?? document.documentElement;
  return Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - window.innerWidth);
};

describe.each([
  [320, "ltr"],
  [640, "ltr"],
  [640, "rtl"],
])("at %d px, %s, nothing has to be scrolled sideways", (width, direction) => {
  it.each(PLACES)("$name", async (place) => {
    const page = await open(browser, {
      query: query(place, "locale=de&theme=light"),
      hash: place.hash,
      width,
      height: 700,
    });
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    await place.go?.(page);
    await page.waitForTimeout(100);
    const over = await page.evaluate(overhang);
    await page.context().close();
    expect(over).toBeLessThanOrEqual(1);
  });
});
