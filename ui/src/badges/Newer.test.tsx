// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { memoryBackend, situationOf } from "../backend/memory";
import { SEEDS } from "../backend/memory/seeds";
import { show } from "../test/show";
import { Newer } from "./Newer";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

async function badge() {
  const backend = memoryBackend(situationOf("?start=full"));
  const seed = SEEDS.find((one) => one.mark === "verified");
  if (seed === undefined) throw new Error("no such seed");
  return { backend, badge: await backend.badge(seed.id) };
}

async function offered() {
  const { backend, badge: plain } = await badge();
  const note = { code: "status.refresh-offered", args: { host: "issuer.example" } };
  const checks = plain.checks.map((check) => (check.id === "status" ? { ...check, notes: [note] } : check));
  return { backend, badge: { ...plain, checks } };
}

it("offers nothing where the issuer offers nothing", async () => {
  const { backend, badge: plain } = await badge();
  show(<Newer badge={plain} />, backend);
  expect(screen.queryByRole("button")).toBeNull();
});

it("asks for the newer version only after the person has seen whom", async () => {
  const { backend, badge: one } = await offered();
  const asked = vi.spyOn(backend, "refreshBadge").mockResolvedValue(one);
  show(<Newer badge={one} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "Ask for the newer version" }));
  expect(asked).not.toHaveBeenCalled();
  const dialog = screen.getByRole("alertdialog");
  expect(dialog.textContent).toContain("issuer.example");
  await userEvent.click(screen.getByRole("button", { name: /Allow|Ask/ }));
  await waitFor(() => expect(asked).toHaveBeenCalledWith(one.card.id, ["issuer.example"]));
});

it("says why none came", async () => {
  const { backend, badge: one } = await offered();
  const why = { code: "refresh.other-issuer", args: { host: "issuer.example" }, next: true };
  vi.spyOn(backend, "refreshBadge").mockRejectedValue(why);
  show(<Newer badge={one} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "Ask for the newer version" }));
  await userEvent.click(screen.getByRole("button", { name: /Allow|Ask/ }));
  await waitFor(() => expect(document.body.textContent).toContain("is from somebody else"));
});
