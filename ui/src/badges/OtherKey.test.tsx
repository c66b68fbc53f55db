// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { memoryBackend, situationOf } from "../backend/memory";
import { SEEDS } from "../backend/memory/seeds";
import { Verdict } from "../marks/Verdict";
import { show } from "../test/show";
import { OtherKey } from "./OtherKey";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

async function alarmed() {
  const backend = memoryBackend(situationOf("?start=full"));
  const seed = SEEDS.find((one) => one.mark === "signed-unknown");
  if (seed === undefined) throw new Error("no such seed");
  const badge = await backend.badge(seed.id);
  const checks = badge.checks.map((check) =>
    check.id === "issuer-identity"
      ? { ...check, code: "issuer-identity.key-changed", args: { name: badge.issuer.name, since: "2026-03-20" } }
      : check,
  );
  return { backend, badge: { ...badge, checks, card: { ...badge.card, mark: "key-changed" as const } } };
}

it("says loudly that a known issuer has another key, and since when the old one was known", async () => {
  const { backend, badge } = await alarmed();
  const judged = { ...badge.card, issuer: badge.issuer.name, checks: badge.checks };
  show(<Verdict judged={judged} checkedAt={badge.checkedAt} />, backend);
  const alarm = screen.getByRole("alert").textContent;
  expect(alarm).toContain("Signed with another key");
  expect(alarm).toContain("20 March 2026");
});

it("remembers the other key only after the person said that they asked", async () => {
  const { backend, badge } = await alarmed();
  const { id } = badge.card;
  show(<OtherKey badge={badge} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "I have asked the issuer" }));
  expect((await backend.settings()).knownIssuers).toHaveLength(0);
  expect(screen.getByRole("alertdialog").textContent).toContain("pretends");
  await userEvent.click(screen.getByRole("button", { name: "Remember the new key, too" }));
  await waitFor(async () => expect((await backend.badge(id)).card.mark).toBe("verified"));
  expect((await backend.settings()).knownIssuers).toHaveLength(1);
});
