import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const MAIL = "From: badges@lindenau-learning.example\nSubject: Your badges\nMIME-Version: 1.0\n\n";

/** Drops files onto an element as the system does: the browser itself is told of the drag and of the files' places. */
async function drop(page: Page, selector: string, files: { name: string; text: string }[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "badgefolio-drop-"));
  const paths = files.map(({ name }) => join(folder, name));
  await Promise.all(files.map(({ text }, at) => writeFile(paths[at] ?? "", text)));
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`nothing to drop on at ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 300)];
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x, y, data });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", pasted);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, text);
}

const empty = "start=empty&locale=en&theme=light";

describe("a file that is dropped", () => {
  it("on the drop zone is looked at", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await drop(page, ".drop", [{ name: "badges.eml", text: MAIL }]);
    await page.getByText(/3\W+badges found/).waitFor();
    expect(await page.locator(".nav__count--new").innerText()).toBe("3");
    await page.context().close();
  });

  it("anywhere in the window is taken to Add", async () => {
    const page = await open(browser, { query: "start=full&locale=en&theme=light", hash: "/settings" });
    await drop(page, "main", [{ name: "nothing.txt", text: "no badge in here" }]);
    await page.getByText("No badge found").waitFor();
    await page.context().close();
  });

  it("several at once are told one by one", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await drop(page, ".drop", [
      { name: "fork.png", text: "picture" },
      { name: "empty.json", text: "" },
      { name: "newsletter.eml", text: `${MAIL}newsletter` },
    ]);
    await page.getByText(/1\W+badge found/).waitFor();
    expect(await page.locator(".found").count()).toBe(3);
    await page.context().close();
  });

  it("in Review is checked there and not kept", async () => {
    const page = await open(browser, { query: empty, hash: "/review" });
    await drop(page, ".drop", [{ name: "warehouse.html", text: "<html>" }]);
    await page.getByText("Forklift Driver, Class 1").waitFor();
    expect(await page.locator(".nav__count").count()).toBe(0);
    await page.context().close();
  });
});

describe("what is pasted", () => {
  it("as a mail's source anywhere in the window is looked at", async () => {
    const page = await open(browser, { query: empty, hash: "/backpack" });
    await paste(page, MAIL);
    await page.getByText(/3\W+badges found/).waitFor();
    await page.context().close();
  });

  it("as text out of a web mail is told apart, with what to do instead", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await page.getByRole("button", { name: "Paste" }).click();
    await page
      .getByLabel("What you copied")
      .fill("Hello Amina, congratulations on your new badge. Best wishes, your school");
    await page.getByRole("button", { name: "Look for badges" }).click();
    await page.getByText("This looks like text copied from a web mail").waitFor();
    await page.context().close();
  });

  it("with only a link names the host and follows nothing", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await paste(page, "From: a@b.example\nSubject: Badge\n\nhttps://badges.example/claim/1?x=2");
    await page.getByText("A page about a badge at").waitFor();
    await page.getByRole("button", { name: "Open in my browser" }).click();
    await page.getByText(/Open \W*badges\.example/).waitFor();
    await page.context().close();
  });

  it("as a copied picture is looked at", async () => {
    const page = await open(browser, { query: empty, hash: "/backpack" });
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["pixels"], "fork.png", { type: "image/png" }));
      transfer.items.add(new File(["pixels"], "bee.png", { type: "image/png" }));
      const pasted = new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(pasted);
    });
    await page.getByText(/2\W+badges found/).waitFor();
    await page.context().close();
  });
});

describe("what takes long", () => {
  it("goes on while the person does something else, tells its end, and says what was found", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await page.getByRole("button", { name: /^A folder/ }).click();
    await page.getByRole("progressbar", { name: /Mails 2025/ }).waitFor();
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText(/Looked through .*Mails 2025/).waitFor();
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText(/We looked through all of/).waitFor();
    await page.context().close();
  });
});

describe("by keyboard alone", () => {
  const tabTo = async (page: Page, name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      const focused = await page.evaluate(() => {
        const on = document.activeElement;
        const labels = on instanceof HTMLInputElement ? [...(on.labels ?? [])].map((one) => one.textContent) : [];
        return [on?.getAttribute("aria-label") ?? "", ...labels, on?.matches("a, button") ? on.textContent : ""].join(
          " ",
        );
      });
      if (name.test(focused)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way by keyboard to ${String(name)}`);
  };

  it("a link is followed once the host was seen", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await tabTo(page, /A link to a badge/);
    await page.keyboard.type("https://badges.example/public/1");
    await page.keyboard.press("Enter");
    await page.getByText("A page about a badge at").waitFor();
    await tabTo(page, /Get this badge from/);
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").getByText("badges.example").first().waitFor();
    await tabTo(page, /Allow and ask/);
    await page.keyboard.press("Enter");
    await page.getByText(/waiting in your Inbox/).waitFor();
    await page.context().close();
  });

  it("an offer is taken with the code that came by letter", async () => {
    const page = await open(browser, { query: empty, hash: "/add" });
    await tabTo(page, /A link to a badge/);
    await page.keyboard.type("openid-credential-offer://?pin&credential_offer_uri=https%3A%2F%2Fissuer.example%2F1");
    await page.keyboard.press("Enter");
    await page.getByText("offers you a badge").waitFor();
    await tabTo(page, /Get this badge from/);
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").waitFor();
    await tabTo(page, /^\s*Code/);
    await page.keyboard.type("9999");
    await tabTo(page, /Take the badge/);
    await page.keyboard.press("Enter");
    await page.getByText("They did not take this code").waitFor();
    await tabTo(page, /^\s*Code/);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("1234");
    await tabTo(page, /Take the badge/);
    await page.keyboard.press("Enter");
    await page.getByText(/waiting in your Inbox/).waitFor();
    await page.context().close();
  });

  it("a mailbox elsewhere is looked through", async () => {
    const page = await open(browser, { query: empty, hash: "/account/mail" });
    await tabTo(page, /Your e-mail address/);
    await page.keyboard.type("amina.haddad@gmx.de");
    await tabTo(page, /^\s*Password/);
    await page.keyboard.type("secret");
    await tabTo(page, /Sign in at .*imap\.gmx\.net/);
    await page.keyboard.press("Enter");
    await page.getByText("You are signed in").waitFor();
    await tabTo(page, /Look through it/);
    await page.keyboard.press("Enter");
    await page.getByRole("progressbar", { name: /amina\.haddad@gmx\.de/ }).waitFor();
    await page.context().close();
  });
});

describe("many badges", () => {
  it("are drawn only as far as they are seen", async () => {
    const page = await open(browser, { query: "start=full&many=2000&locale=en&theme=light", hash: "/backpack" });
    await page
      .getByText(/2,000\W+badges/)
      .first()
      .waitFor();
    expect(await page.locator(".card").count()).toBeLessThan(60);
    await page.getByRole("radio", { name: "List" }).click();
    await page.locator(".tr").first().waitFor();
    expect(await page.locator(".tr").count()).toBeLessThan(60);
    await page.context().close();
  });
});
