import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { Words } from "./words";

function wordsOf(text: string, locale: "en" | "de" = "en"): Words {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(text));
  return new Words(locale, [bundle]);
}

describe("the sentence for a code", () => {
  it("has its next step", () => {
    const words = wordsOf("code-proof-key-not-had = No key from { $host }.\n    .next = Ask { $host }.\n");
    expect(words.code("proof.key-not-had", { host: "a.example" })).toEqual({
      message: "No key from a.example.",
      next: "Ask a.example.",
    });
  });

  it("shows a day as a day, as the issuer wrote it", () => {
    const words = wordsOf("code-x = Ended on { $date }.\n", "de");
    expect(words.code("x", { date: "2026-09-30T23:30:00-11:00" }).message).toBe("Ended on 30. September 2026.");
  });

  it("leaves other arguments alone, even where they look like a day", () => {
    expect(wordsOf("code-x = { $name }\n").code("x", { name: "2026-09-30" }).message).toBe("2026-09-30");
  });

  it("counts with a count, and only with one that is counted with", () => {
    const words = wordsOf("code-x = { $count ->\n    [one] one\n   *[other] { $count } of { $size }\n }\n");
    expect(words.code("x", { count: "1", size: "0012" }).message).toBe("one");
    expect(words.code("x", { count: "3", size: "0012" }).message).toBe("3 of 0012");
  });

  it("says so where nobody has worded it", () => {
    const words = wordsOf("code-unworded = No sentence for { $code }.\n");
    expect(words.code("new.thing")).toEqual({ message: "No sentence for new.thing.", next: null });
  });
});
