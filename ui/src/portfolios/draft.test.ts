import { describe, expect, it } from "vitest";
import type { StackView } from "../backend/backend";
import { fresh, onlyKept, withBadge, withStack } from "./draft";

const stack: StackView = { id: "s", title: "Warehouse", description: "All I need", items: [], minutes: 0 };

describe("a portfolio under way", () => {
  it("begins with nothing in it", () => {
    expect(fresh("en").badges).toEqual([]);
    expect(fresh("en").includeEvidence).toBe(false);
  });

  it("takes name and text of a stack only where the person wrote none", () => {
    expect(withStack(fresh("en"), stack).title).toBe("Warehouse");
    expect(withStack({ ...fresh("en"), title: "Mine" }, stack)).toMatchObject({
      title: "Mine",
      text: "All I need",
      stack: "s",
    });
  });

  it("holds a badge once, and none that has left the backpack", () => {
    const twice = withBadge(withBadge(fresh("de"), "a"), "a");
    expect(twice.badges).toEqual(["a"]);
    expect(onlyKept(withBadge(twice, "b"), new Set(["b"])).badges).toEqual(["b"]);
  });
});
