// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { WaitingLink } from "../backend/backend";
import { memoryBackend, situationOf } from "../backend/memory";
import { Consent } from "../marks/Consent";
import { show } from "../test/show";
import { Inbox } from "./Inbox";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

const ONE: WaitingLink = {
  id: "0123456789ab",
  link: {
    kind: "page",
    platform: null,
    host: "badges.example",
    url: "https://badges.example/public/1",
    opens: "https://badges.example/public/1?key=secret",
    login: false,
  },
  asks: "api.badges.example",
  tracker: false,
  input: "Inbox.mbox/message[3]",
  mail: { subject: "Your badge", from: "School", date: null },
};

it("shows links that wait with whom one would ask, asks nobody, and lets them go", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  vi.spyOn(backend, "waitingLinks").mockResolvedValue([ONE, { ...ONE, id: "0123456789ac", tracker: true, mail: null }]);
  const gone = vi.spyOn(backend, "dismissLinks");
  const followed = vi.spyOn(backend, "followLink");
  show(<Inbox />, backend);
  await screen.findByRole("heading", { name: /2.* links to badges/u });
  expect(screen.queryByText("Nothing is waiting")).toBeNull();
  const said = document.body.textContent;
  for (const words of ["To be fetched from", "api.badges.example", "counts who clicks", "Your badge", "Inbox.mbox"])
    expect(said).toContain(words);
  expect(said).not.toContain("secret");
  await userEvent.click(screen.getAllByRole("button", { name: "Leave it out" })[0] as HTMLElement);
  await waitFor(() => expect(gone).toHaveBeenCalledWith([ONE.id]));
  expect(followed).not.toHaveBeenCalled();
});

it("names a look-up in words, beside what a website would learn", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  const hosts = ["dns:school.example", "school.example"];
  const allowed = vi.fn();
  show(<Consent why="why" hosts={hosts} open busy={false} onClose={() => undefined} onAllow={allowed} />, backend);
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("the name server, for the key of");
  expect(dialog.textContent).toContain("Your name server learns");
  expect(dialog.textContent).not.toContain("dns:");
  await userEvent.click(screen.getByRole("button", { name: "Allow and ask" }));
  expect(allowed).toHaveBeenCalledWith(hosts);
});
