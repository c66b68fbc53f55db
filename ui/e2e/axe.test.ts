import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open } from "./browser";
import { PLACES, query } from "./places";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([
  ["light", "locale=en&theme=light"],
  ["dark", "locale=en&theme=dark"],
  ["German", "locale=de&theme=light"],
])("axe finds nothing, %s", (_, wish) => {
  it.each(PLACES)("$name", async (place) => {
    const errors: string[] = [];
    const page = await open(browser, { query: query(place, wish), hash: place.hash, errors });
    await place.go?.(page);
    await page.waitForTimeout(150);
    // The page in the preview runs no scripts, so nothing can look at it from inside; it has tests of its own.
    const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
    await page.context().close();
    expect(found).toEqual([]);
    expect(errors, "the page complains about nothing").toEqual([]);
  });
});
