// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { memoryBackend, situationOf } from "../backend/memory";
import { useChanges } from "../backend/queries";
import { show } from "../test/show";
import { AccountList } from "./AccountList";
import { MailAccount } from "./MailAccount";
import { PlatformAccount } from "./PlatformAccount";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

const begin = () => memoryBackend(situationOf("?start=empty"));
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));

it("signs in at the host that stands on the button, then keeps the account and begins", async () => {
  const backend = begin();
  const tried = vi.spyOn(backend, "tryAccount");
  const added = vi.spyOn(backend, "addAccount");
  const begun = vi.fn();
  show(<MailAccount onBegun={begun} />, backend);
  await userEvent.type(screen.getByLabelText("Your e-mail address"), "amina.haddad@web.de");
  await userEvent.type(screen.getByLabelText("Password"), "wrong");
  expect(tried).not.toHaveBeenCalled();
  await press(/Sign in at .*imap\.web\.de/u);
  await screen.findByRole("alert");
  await userEvent.clear(screen.getByLabelText("Password"));
  await userEvent.type(screen.getByLabelText("Password"), "river bread");
  await press(/Sign in at .*imap\.web\.de/u);
  await screen.findByText(/You are signed in/u);
  await press("Look through it");
  await waitFor(() => expect(begun).toHaveBeenCalledTimes(1));
  const [account] = added.mock.calls[0] ?? [];
  expect(account).toMatchObject({ kind: "imap", host: "imap.web.de", user: "amina.haddad@web.de", folder: "INBOX" });
});

it("says what is missing, and asks nobody then", async () => {
  const backend = begin();
  const tried = vi.spyOn(backend, "tryAccount");
  show(<MailAccount onBegun={vi.fn()} />, backend);
  await userEvent.type(screen.getByLabelText("Your e-mail address"), "amina@school.example");
  await userEvent.type(screen.getByLabelText("Password"), "river bread");
  await press("Sign in");
  expect(screen.getByText(/not the name of a server/u)).toBeTruthy();
  expect(tried).not.toHaveBeenCalled();
});

it("fetches from a platform with the two parts of its key", async () => {
  const backend = begin();
  const added = vi.spyOn(backend, "addAccount");
  const begun = vi.fn();
  show(<PlatformAccount onBegun={begun} />, backend);
  await userEvent.type(screen.getByLabelText("Client ID"), "abc");
  await userEvent.type(screen.getByLabelText("Client secret"), "def");
  await press(/Fetch my badges from .*api\.openbadges\.education/u);
  await waitFor(() => expect(begun).toHaveBeenCalledTimes(1));
  expect(added).toHaveBeenCalledWith({ kind: "oeb", client: "abc", host: null }, "def");
});

function Page() {
  useChanges();
  return <AccountList onBegun={vi.fn()} />;
}

it("lists accounts without their secrets, and forgets one after a yes", async () => {
  const backend = begin();
  await backend.addAccount({ kind: "oeb", client: "abc", host: null }, "def");
  show(<Page />, backend);
  await screen.findByText("abc");
  expect(document.body.textContent).not.toContain("def");
  await press(/^Remove .*abc/u);
  expect(await backend.accounts()).toHaveLength(1);
  await press("Remove");
  await screen.findByText(/There is none yet/u);
});
