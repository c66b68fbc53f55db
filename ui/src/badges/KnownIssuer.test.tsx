// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { memoryBackend, situationOf } from "../backend/memory";
import { SEEDS } from "../backend/memory/seeds";
import { show } from "../test/show";
import { KnownIssuer } from "./KnownIssuer";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

async function page() {
  const backend = memoryBackend(situationOf("?start=full"));
  const seed = SEEDS.find((one) => one.mark === "signed-unknown");
  if (seed === undefined) throw new Error("no such seed");
  return { backend, id: seed.id, badge: await backend.badge(seed.id) };
}

it("marks an issuer only after the person was told what that means", async () => {
  const { backend, id, badge } = await page();
  show(<KnownIssuer badge={badge} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "Mark as known" }));
  expect((await backend.badge(id)).issuer.marked).toBe(false);
  expect(screen.getByRole("dialog").textContent).toContain("Anybody could have signed it");
  const yes = screen.getAllByRole("button", { name: "Mark as known" }).at(-1);
  if (yes === undefined) throw new Error("no button");
  await userEvent.click(yes);
  await waitFor(async () => expect((await backend.badge(id)).card.mark).toBe("verified"));
});

it("takes the mark back", async () => {
  const { backend, id } = await page();
  show(<KnownIssuer badge={await backend.markIssuer(id)} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "Do not count as known any more" }));
  await waitFor(async () => expect((await backend.badge(id)).card.mark).toBe("signed-unknown"));
});

it("offers nothing where somebody vouches for the issuer", async () => {
  const { backend } = await page();
  const seed = SEEDS.find((one) => one.mark === "verified");
  if (seed === undefined) throw new Error("no such seed");
  show(<KnownIssuer badge={await backend.badge(seed.id)} />, backend);
  expect(screen.queryByRole("button")).toBeNull();
});
