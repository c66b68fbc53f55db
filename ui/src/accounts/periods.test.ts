import { expect, it } from "vitest";
import { since } from "./periods";

it("begins on the same day some years ago", () => {
  expect(since("3", new Date(2026, 10, 22))).toBe("2023-11-22");
  expect(since("1", new Date(2024, 1, 29))).toBe("2023-03-01");
  expect(since("all", new Date())).toBeNull();
});
