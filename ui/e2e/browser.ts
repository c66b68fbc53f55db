import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** Debian's own browser, quiet: it fetches nothing by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.BADGEFOLIO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

export type Start = { query?: string; hash?: string; width?: number; height?: number; errors?: string[] };

/** A window of its own, still empty; what it complains about is collected. */
export async function openEmpty(browser: Browser, errors: string[] = []): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return page;
}

/** Starts the app anew at one place: a wallet in memory forgets what was before. */
export async function start(page: Page, start: Start): Promise<void> {
  const { query = "start=full&locale=en&theme=light", hash = "/", width = 1280, height = 832 } = start;
  await page.setViewportSize({ width, height });
  // With the same query it would not be loaded again.
  await page.goto("about:blank");
  await page.goto(`${inject("address")}?${query}#${hash}`);
  await page.locator("h1").waitFor();
}

/** A fresh window at one place. */
export async function open(browser: Browser, place: Start): Promise<Page> {
  const page = await openEmpty(browser, place.errors);
  await start(page, place);
  return page;
}
