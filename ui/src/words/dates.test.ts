import { describe, expect, it } from "vitest";
import { bytes, dateOnly, hours, languageName, monthOnly } from "./dates";

describe("an issuer's date", () => {
  it("is the same day on every machine, as it was written", () => {
    expect(dateOnly("2026-03-14T23:59:59-11:00", "en")).toBe("14 March 2026");
    expect(dateOnly("2026-03-14", "de")).toBe("14. März 2026");
  });

  it("that is no date stays as it is", () => {
    expect(dateOnly("spring 2026", "en")).toBe("spring 2026");
  });
});

describe("figures", () => {
  it("are written as the language writes them", () => {
    expect(hours(90, "en")).toBe("1.5");
    expect(hours(90, "de")).toBe("1,5");
    expect(bytes(182_400, "de")).toContain("182,4");
    expect(monthOnly("2026-03", "de")).toBe("März 2026");
    expect(monthOnly("https://a.example", "de")).toBe("https://a.example");
    expect(languageName("de", "en")).toBe("German");
    expect(languageName("not a tag", "en")).toBe("not a tag");
  });
});
