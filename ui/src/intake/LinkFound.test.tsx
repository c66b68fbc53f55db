// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { LinkView } from "../backend/backend";
import { memoryBackend, situationOf } from "../backend/memory";
import { show } from "../test/show";
import { LinkFound } from "./LinkFound";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

const PAGE: LinkView = {
  kind: "page",
  platform: null,
  host: "badges.example",
  url: "https://badges.example/public/1",
  opens: "https://badges.example/public/1?key=secret",
  login: false,
};
const OFFER: LinkView = {
  ...PAGE,
  kind: "offer",
  host: "issuer.example",
  opens: "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.example%2F1",
};

const begin = () => memoryBackend(situationOf("?start=empty"));
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));

it("follows a link only after the person has seen the host, with the key that is not shown", async () => {
  const backend = begin();
  const followed = vi.spyOn(backend, "followLink");
  show(<LinkFound link={PAGE} />, backend);
  await press(/Get this badge from .*badges\.example/u);
  expect((await screen.findByRole("alertdialog")).textContent).toContain("badges.example");
  expect(followed).toHaveBeenCalledTimes(1);
  expect(followed).toHaveBeenCalledWith(PAGE.opens, []);
  expect(document.body.textContent).not.toContain("secret");
  await press("Allow and ask");
  await screen.findByText(/waiting in your Inbox/u);
  expect(followed).toHaveBeenLastCalledWith(PAGE.opens, ["badges.example"]);
});

it("says it when a click tracker stands before the badge, and asks for each host by itself", async () => {
  const backend = begin();
  const asks = [{ host: "click.example", url: "https://click.example/x", tracker: true }];
  const followed = vi.spyOn(backend, "followLink");
  followed.mockResolvedValueOnce({ added: { inputs: [], addressOffer: null }, asks });
  show(<LinkFound link={PAGE} />, backend);
  await press(/Get this badge from/u);
  expect((await screen.findByRole("alertdialog")).textContent).toContain("that it was you");
  await press("Allow and ask");
  await waitFor(() => expect(screen.getByRole("alertdialog").textContent).toContain("badges.example/public/1"));
  await press("Allow and ask");
  await screen.findByText(/waiting in your Inbox/u);
  expect(followed).toHaveBeenLastCalledWith(PAGE.opens, ["badges.example"]);
});

it("asks for a host once", async () => {
  const backend = begin();
  await backend.followLink(PAGE.opens, ["badges.example"]);
  show(<LinkFound link={PAGE} />, backend);
  await press(/Get this badge from/u);
  await screen.findByText(/have already/u);
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

it("asks nobody where one has to sign in, and says what to do", () => {
  show(<LinkFound link={{ ...PAGE, login: true }} />, begin());
  expect(screen.queryByRole("button", { name: /Get this badge/u })).toBeNull();
  expect(screen.getByText(/You have to sign in there first/u)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Open in my browser" })).toBeTruthy();
});

it("says what would be sent before an offer is taken", async () => {
  const backend = begin();
  const claimed = vi.spyOn(backend, "claim");
  show(<LinkFound link={OFFER} />, backend);
  await press(/Get this badge from/u);
  const dialog = await screen.findByRole("alertdialog");
  for (const said of ["issuer.example", "the code in the offer", "DID", "Forklift Driver"])
    expect(dialog.textContent).toContain(said);
  expect(claimed).not.toHaveBeenCalled();
  await press("Take the badge");
  await screen.findByText(/waiting in your Inbox/u);
  expect(claimed).toHaveBeenCalledWith(OFFER.opens, null, ["issuer.example"]);
});

it("asks again before a further host is reached", async () => {
  const backend = begin();
  const claimed = vi.spyOn(backend, "claim").mockResolvedValueOnce({ state: "ask-hosts", hosts: ["auth.example"] });
  show(<LinkFound link={OFFER} />, backend);
  await press(/Get this badge from/u);
  await press("Take the badge");
  await waitFor(() => expect(screen.getByRole("alertdialog").textContent).toContain("auth.example"));
  expect(claimed).toHaveBeenCalledTimes(1);
  await press("Allow and go on");
  await screen.findByText(/waiting in your Inbox/u);
  expect(claimed).toHaveBeenLastCalledWith(OFFER.opens, null, ["issuer.example", "auth.example"]);
});

it("says when the badge comes later", async () => {
  show(<LinkFound link={{ ...OFFER, opens: `${OFFER.opens}&later` }} />, begin());
  await press(/Get this badge from/u);
  await press("Take the badge");
  await screen.findByText("You get it later");
  expect(screen.queryByRole("button", { name: "Take the badge" })).toBeNull();
});

it("says what cannot be read of an offer", async () => {
  const backend = begin();
  vi.spyOn(backend, "lookAtClaim").mockRejectedValue({ code: "shell.link-odd", args: {}, next: true });
  show(<LinkFound link={OFFER} />, backend);
  await press(/Get this badge from/u);
  expect((await screen.findByRole("alert")).textContent).toContain("not one that Badgefolio understands");
});
