import { describe, expect, it } from "vitest";
import type { ReviewBadge, ReviewView } from "../backend/backend";
import { sums, toneOf, wantedHosts } from "./sums";

const badge = (part: Partial<ReviewBadge>): ReviewBadge => ({
  ref: "b1",
  name: "",
  issuer: "",
  mark: "verified",
  verifiedAt: "",
  issued: null,
  validUntil: null,
  minutes: 60,
  checks: [],
  notes: [],
  picture: null,
  evidence: [],
  senderVerdict: null,
  describedOnly: false,
  wantedHosts: [],
  ...part,
});
const view = (...badges: ReviewBadge[]): ReviewView => ({ name: "", profile: null, badges, counts: [] });

describe("what a review comes to", () => {
  it("counts hours of verified badges apart from all others", () => {
    const all = view(badge({}), badge({ mark: "expired", minutes: 30 }), badge({ minutes: null }));
    expect(sums(all)).toEqual({ count: 3, verified: 2, minutesVerified: 60, minutesNot: 30 });
  });

  it("never counts a badge that is only described, whatever mark it wears", () => {
    expect(sums(view(badge({ describedOnly: true }))).verified).toBe(0);
  });

  it("takes its colour from the worst", () => {
    expect(toneOf(view(badge({})))).toBe("good");
    expect(toneOf(view(badge({}), badge({ mark: "inconclusive" })))).toBe("unsure");
    expect(toneOf(view(badge({}), badge({ mark: "not-genuine" })))).toBe("bad");
    expect(toneOf(view())).toBe("past");
  });

  it("names each host once", () => {
    expect(
      wantedHosts(view(badge({ wantedHosts: ["b.example", "a.example"] }), badge({ wantedHosts: ["a.example"] }))),
    ).toEqual(["a.example", "b.example"]);
  });
});
