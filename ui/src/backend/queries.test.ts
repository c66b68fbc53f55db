import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { ChangeSet } from "./bindings";
import { keys, refresh } from "./queries";

const nothing: ChangeSet = { badges: [], inbox: false, stacks: false, shares: false, reviews: false, settings: false };

function staleAfter(change: Partial<ChangeSet>): string[] {
  const client = new QueryClient();
  const all = [
    keys.status,
    keys.inbox,
    keys.badges,
    keys.badge("a"),
    keys.badge("b"),
    keys.stacks,
    keys.shares,
    keys.settings,
  ];
  for (const key of all) client.setQueryData(key, {});
  refresh(client, { ...nothing, ...change });
  const stale = client.getQueryCache().findAll({ stale: true });
  return stale.map((query) => query.queryKey.join("/")).sort();
}

describe("a change", () => {
  it("of the inbox refreshes the inbox and the counts, and nothing else", () => {
    expect(staleAfter({ inbox: true })).toEqual(["inbox", "status"]);
  });

  it("of one badge leaves the others as they are", () => {
    expect(staleAfter({ badges: ["a"] })).toEqual(["badge/a", "badges", "stacks", "status"]);
  });

  it("of all badges touches each", () => {
    expect(staleAfter({ badges: "all" })).toContain("badge/b");
  });
});
