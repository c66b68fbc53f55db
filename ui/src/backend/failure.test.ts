import { describe, expect, it } from "vitest";
import { allGiven, given } from "./base64";
import { toFailure } from "./failure";

describe("what was thrown", () => {
  it("is a failure if it is one", () => {
    const failure = { code: "backpack.locked", args: { a: "b" }, next: true };
    expect(toFailure(failure)).toEqual(failure);
  });

  it("gets a code of its own otherwise", () => {
    expect(toFailure(new Error("x")).code).toBe("ui.unexpected");
    expect(toFailure("text").code).toBe("ui.unexpected");
  });
});

describe("a file that is too large", () => {
  it("is refused in words before it is read", async () => {
    const file = new File(["x"], "huge.eml");
    Object.defineProperty(file, "size", { value: 200 * 1024 * 1024 });
    file.arrayBuffer = () => Promise.reject(new Error("was read"));
    await expect(given(file)).rejects.toMatchObject({ code: "ui.file-too-large", args: { name: "huge.eml" } });
  });
});

describe("many files at once", () => {
  it("are refused together before any is read", async () => {
    const files = ["a.png", "b.png", "c.png"].map((name) => new File(["x"], name));
    for (const file of files) {
      Object.defineProperty(file, "size", { value: 60 * 1024 * 1024 });
      file.arrayBuffer = () => Promise.reject(new Error("was read"));
    }
    await expect(allGiven(files)).rejects.toMatchObject({ code: "shell.too-much" });
  });
});
