import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, open } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What has the focus, as a person would name it. */
const focused = () => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return "";
  const labelled = (element.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent ?? "");
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? [...(element.labels ?? [])].map((one) => one.textContent)
      : [];
  // A whole region is not named by all that stands in it.
  return [
    element.getAttribute("aria-label") ?? "",
    ...labelled,
    ...labels,
    element.matches("a, button, h1, h2, h3, [role=row]") ? element.textContent : "",
  ].join(" ");
};

/** Tab until that has the focus. A person gives up after a while, and so does this. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (name.test(await page.evaluate(focused))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no way by keyboard to ${String(name)}; the focus is on: ${await page.evaluate(focused)}`);
}

async function press(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
  await page.waitForTimeout(120);
}

const title = (page: Page) => page.locator("h1").innerText();

it("the whole way is walked by keyboard alone", async () => {
  const page = await open(browser, { query: "start=none&keyring=no&locale=en&theme=light" });

  // A backpack with a passphrase, since there is no password store.
  await press(page, /My badges/);
  await tabTo(page, /Choose a passphrase/);
  await page.keyboard.type("river bread seven lanterns");
  await tabTo(page, /The same passphrase again/);
  await page.keyboard.type("river bread seven lanterns");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing in it yet").waitFor();

  // A mail comes in with three badges; each has its own outcome.
  await page.keyboard.press("Control+n");
  await press(page, /Choose files/);
  await page.getByText(/3\W+badges found/).waitFor();
  await press(page, /Yes, that is me/);
  await press(page, /Go to my Inbox/);
  await page.locator(".cand").nth(2).waitFor();
  expect(await page.locator(".cand .status").allInnerTexts()).toEqual([
    "Verified",
    "Not genuine",
    "Couldn’t be checked",
  ]);

  // The first goes in; the focus is on the next one's heading.
  await press(page, /^\s*Put in backpack\s*$/);
  await page.locator(".cand").nth(2).waitFor({ state: "detached" });
  expect(await page.evaluate(focused)).toContain("Project Manager Expert");
  await press(page, /Keep it, marked as not genuine/);
  await press(page, /Ask the issuer now/);
  await press(page, /Allow and ask/);
  await page.getByText("Verified", { exact: true }).first().waitFor();
  await press(page, /^\s*Put in backpack\s*$/);
  await page.getByText("Nothing is waiting").waitFor();

  // Search finds one, Enter opens it.
  await page.keyboard.press("Control+1");
  await page.getByText(/3\W+badges, /).waitFor();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("digital tools");
  await page
    .getByText(/1\W+badge found/)
    .first()
    .waitFor();
  await tabTo(page, /AI Basics for Clubs/);
  await page.keyboard.press("Enter");
  await page.getByText("What was checked").waitFor();
  expect(await title(page)).toBe("AI Basics for Clubs");

  // Evidence in one's own words.
  await press(page, /Add evidence/);
  await tabTo(page, /File/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await tabTo(page, /^\s*Text/);
  await page.keyboard.type("I planned the summer party with it.");
  await press(page, /^\s*Attach\s*$/);
  await page.getByText("In my own words").waitFor();

  // Into a new stack.
  await press(page, /Add to a stack/);
  await tabTo(page, /Or a new stack/);
  await page.keyboard.type("For my club");
  await press(page, /Make it and put the badge in/);
  await page.getByRole("link", { name: "For my club" }).waitFor();

  // Handed out as a page, and looked at as the other person would.
  await page.keyboard.press("Control+3");
  await press(page, /For my club/);
  await page.getByText("Badges in this stack").waitFor();
  await press(page, /^\s*Hand out\s*$/);
  await page.getByText("As the other person sees it").waitFor();
  await press(page, /Save the page/);
  await page
    .getByText(/portfolio\.html/)
    .first()
    .waitFor();
  await page.keyboard.press("Control+5");
  await press(page, /Choose a file/);
  await page.getByRole("heading", { level: 1, name: "Amina Haddad" }).waitFor();

  // Locked, and open again with the passphrase.
  await page.keyboard.press("Control+l");
  await page.getByText("Your backpack is locked").waitFor();
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await page.locator(".field__error").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("river bread seven lanterns");
  await page.keyboard.press("Enter");
  await page.getByText(/3\W+badges, /).waitFor();
  await page.context().close();
});

it("F6 goes from region to region, and the first stop skips to the content", async () => {
  const page = await open(browser, { hash: "/backpack" });
  await page.keyboard.press("F6");
  const first = await page.evaluate(() => document.activeElement?.closest("nav, main")?.tagName);
  await page.keyboard.press("F6");
  const second = await page.evaluate(() => document.activeElement?.closest("nav, main")?.tagName);
  expect(new Set([first, second])).toEqual(new Set(["NAV", "MAIN"]));
  await page.reload();
  await page.locator("h1").waitFor();
  await page.evaluate(() => {
    // Where a person stands who has just come to the window.
    document.body.tabIndex = -1;
    document.body.focus();
  });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.context().close();
});

it("a new view has the focus on its title", async () => {
  const page = await open(browser, { hash: "/backpack" });
  for (const [key, name] of [
    ["3", "Stacks"],
    ["2", "Inbox"],
    ["6", "Settings"],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  }
  await page.context().close();
});

it("Escape leaves a badge for the backpack", async () => {
  const page = await open(browser, { hash: "/badge/aibasics2clubs34" });
  await page.getByText("What was checked").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1, name: "Backpack" }).waitFor();
  await page.context().close();
});
