import type { Page } from "playwright-core";

/** A view as a person comes upon it: where it starts, and what to do until it looks like that. */
export type Place = { name: string; start?: string; keyring?: "no"; hash: string; go?: (page: Page) => Promise<void> };

const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

const link = (text: string) => async (page: Page) => {
  await page.getByLabel(/A link to a badge|Ein Link zu einem Badge/).fill(text);
  await page.getByRole("button", { name: /Look at it|^Ansehen/ }).click();
  await page.locator(".found__line").first().waitFor();
};

export const PLACES: readonly Place[] = [
  { name: "first start", start: "none", hash: "/" },
  { name: "first start, passphrase", start: "none", keyring: "no", hash: "/", go: press(/My badges|Meine Badges/) },
  { name: "lock", start: "locked", keyring: "no", hash: "/" },
  { name: "damaged", start: "damaged", hash: "/" },
  { name: "empty backpack", start: "empty", hash: "/backpack" },
  { name: "add", start: "empty", hash: "/add" },
  { name: "add, found", start: "empty", hash: "/add", go: press(/Choose files|Dateien auswählen/) },
  { name: "add, paste", start: "empty", hash: "/add", go: press(/^(Paste|Einfügen)$/) },
  {
    name: "add, a folder is looked through",
    start: "empty",
    hash: "/add",
    go: async (page) => {
      await press(/^(A folder|Ein Ordner)/)(page);
      await page.getByRole("progressbar").waitFor();
    },
  },
  { name: "add, a link", start: "empty", hash: "/add", go: link("https://badges.example/public/1") },
  {
    name: "add, a link is followed",
    start: "empty",
    hash: "/add",
    go: async (page) => {
      await link("https://badges.example/public/1")(page);
      await press(/Get this badge|Diesen Badge/)(page);
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "add, an offer with a code",
    start: "empty",
    hash: "/add",
    go: async (page) => {
      await link("openid-credential-offer://?pin&credential_offer_uri=https%3A%2F%2Fissuer.example%2F1")(page);
      await press(/Get this badge|Diesen Badge/)(page);
      await page.getByLabel(/^Code/).waitFor();
    },
  },
  { name: "account, mail", hash: "/account/mail" },
  {
    name: "account, folder",
    hash: "/account/mail",
    go: async (page) => {
      await page.getByLabel(/e-mail address|E-Mail-Adresse/i).fill("amina.haddad@gmx.de");
      await page.getByLabel(/^(Password|Passwort)$/).fill("secret");
      await press(/Sign in at|anmelden/)(page);
      await page.getByText(/You are signed in|Sie sind angemeldet/).waitFor();
    },
  },
  { name: "account, platform", hash: "/account/platform" },
  {
    name: "inbox",
    start: "empty",
    hash: "/add",
    go: async (page) => {
      await press(/Choose files|Dateien auswählen/)(page);
      await page.getByRole("link", { name: /Go to my Inbox|Zum Eingang/ }).click();
      await page.locator(".cand").first().waitFor();
    },
  },
  { name: "inbox, empty", start: "empty", hash: "/inbox" },
  { name: "backpack, grid", hash: "/backpack" },
  { name: "backpack, list", hash: "/backpack", go: (page) => page.getByRole("radio", { name: /List/ }).click() },
  { name: "badge, verified", hash: "/badge/aibasics2clubs34" },
  { name: "badge, couldn’t be checked", hash: "/badge/germanb1speaking" },
  { name: "badge, not genuine", hash: "/badge/projmanagerexprt" },
  { name: "badge, consent", hash: "/badge/germanb1speaking", go: press(/Try again|Noch einmal versuchen/) },
  { name: "badge, add evidence", hash: "/badge/aibasics2clubs34", go: press(/Add evidence|Nachweis hinzufügen/) },
  { name: "badge, a word explained", hash: "/badge/aibasics2clubs34", go: press(/^(Verified|Bestätigt)$/) },
  {
    name: "badge, LinkedIn",
    hash: "/badge/aibasics2clubs34",
    go: async (page) => {
      await press(/^(More|Mehr)$/)(page);
      await page.getByRole("menuitem", { name: /LinkedIn/ }).click();
      await page.locator(".copybox").first().waitFor();
    },
  },
  { name: "stacks", hash: "/stacks" },
  { name: "stack", hash: "/stacks/s1" },
  { name: "portfolio", hash: "/portfolio" },
  { name: "portfolio of a stack", hash: "/portfolio/stack/s1" },
  { name: "review", hash: "/review" },
  { name: "review, alone", start: "none", hash: "/review" },
  { name: "review, opened", hash: "/review", go: press(/Open a file|Choose|Datei/) },
  { name: "settings", hash: "/settings" },
  { name: "help", hash: "/help" },
];

export const query = (place: Place, wish: string): string =>
  `start=${place.start ?? "full"}${place.keyring === "no" ? "&keyring=no" : ""}&${wish}`;
