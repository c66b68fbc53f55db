import { describe, expect, it } from "vitest";
import type { CheckView, Mark } from "../backend/backend";
import { checksOf } from "../backend/memory/checks";
import { SEEDS } from "../backend/memory/seeds";
import { bundle } from "../words/catalogues";
import { Words } from "../words/words";
import { outcomeLook, reasonOf } from "./marks";
import { verdictOf } from "./sentences";

const words = new Words("en", [bundle("en")]);
/** Fluent's marks around arguments are for screens; they are in the way of comparing. */
const plain = (text: string | null) => text?.replaceAll(/[⁨⁩]/g, "") ?? null;

function verdict(mark: Mark) {
  const seed = SEEDS.find((one) => one.mark === mark);
  if (seed === undefined) throw new Error(`no seed with ${mark}`);
  return verdictOf({ ...seed, checks: checksOf(seed) }, words);
}

describe("the verdict", () => {
  it("of a verified badge says who vouches for whom, and no more", () => {
    const { says, but, next } = verdict("verified");
    expect(says).toBe("This badge is genuine, it is still good, and it was given to you.");
    expect(plain(but)).toBe("lindenau-learning.example vouches for Lindenau Learning Workshop.");
    expect(next).toBeNull();
  });

  it("of one that could not be checked never sounds like a warning", () => {
    expect(verdict("inconclusive").but).toBe("This does not mean that something is wrong.");
  });

  it("of an expired one says that it was genuine", () => {
    expect(plain(verdict("expired").says)).toBe("It was genuine. Its time ended on 30 September 2026.");
  });

  it("of an expired one whose signature could not be checked does not say that it was genuine", () => {
    const seed = SEEDS.find((one) => one.mark === "expired");
    if (seed === undefined) throw new Error("no expired seed");
    const checks = checksOf(seed).map((check): CheckView =>
      check.id === "proof" ? { ...check, outcome: "inconclusive" } : check,
    );
    expect(plain(verdictOf({ ...seed, checks }, words).says)).toContain("could not see whether it was genuine");
  });
});

describe("one check", () => {
  const check = (id: CheckView["id"], outcome: CheckView["outcome"]): CheckView => ({
    id,
    outcome,
    code: "x",
    args: {},
    notes: [],
    documents: [],
  });

  it("that never turns a verdict is information, not a warning in red", () => {
    expect(outcomeLook(check("mail", "failed")).word).toBe("outcome-information");
    expect(outcomeLook(check("issuer-identity", "inconclusive")).tone).toBe("past");
    expect(outcomeLook(check("issuer-identity", "passed")).tone).toBe("good");
  });

  it("of the recipient is unsure where the address is another", () => {
    expect(outcomeLook(check("recipient", "failed")).tone).toBe("unsure");
  });

  it("explains the mark: the first deciding one in order", () => {
    const checks = [check("recipient", "failed"), check("status", "failed"), check("proof", "failed")];
    expect(reasonOf(checks, "failed")?.id).toBe("proof");
  });
});
