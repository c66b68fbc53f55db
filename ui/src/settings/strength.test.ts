import { describe, expect, it } from "vitest";
import { strengthOf } from "./strength";

describe("the strength of a passphrase", () => {
  it.each([
    ["short", "short"],
    ["aaaaaaaaaaaaaaaaaaaaaaaa", "weak"],
    ["password1234", "weak"],
    ["seven lanterns bread", "fair"],
    ["river bread seven lanterns", "strong"],
    ["the the the the the the", "weak"],
  ])("of “%s” is %s", (passphrase, strength) => {
    const expected = passphrase === "short" ? "short" : strength;
    expect(strengthOf(passphrase)).toBe(expected);
  });
});
