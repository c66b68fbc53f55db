import { describe, expect, it } from "vitest";
import { between, swapped } from "./order";

describe("the order of a stack", () => {
  it("swaps neighbours and stops at both ends", () => {
    expect(swapped(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(swapped(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(swapped(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });

  it("puts what was dragged before or after where it was dropped", () => {
    expect(between(["a", "b", "c", "d"], ["d"], "b", "before")).toEqual(["a", "d", "b", "c"]);
    expect(between(["a", "b", "c", "d"], ["a"], "c", "after")).toEqual(["b", "c", "a", "d"]);
    expect(between(["a", "b"], ["a"], "a", "after")).toEqual(["a", "b"]);
  });
});
