import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** Debian's own browser, quiet: it fetches nothing by itself. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.BADGEFOLIO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

export type Start = { query?: string; hash?: string; width?: number; height?: number; errors?: string[] };

/** A fresh window at one place; what it complains about is collected. */
export async function open(browser: Browser, start: Start): Promise<Page> {
  const { query = "start=full&locale=en&theme=light", hash = "/", width = 1280, height = 832, errors = [] } = start;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${inject("address")}?${query}#${hash}`);
  await page.locator("h1").waitFor();
  return page;
}
