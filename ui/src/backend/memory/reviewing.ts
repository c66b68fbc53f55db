import type { GivenFile, MarkCount, ReviewBadge, ReviewView } from "../bindings";
import { CHECKED_AT, checksOf } from "./checks";
import { wantedOf } from "./records";
import { pictureAddress } from "./pictures";
import { SEEDS, type Seed } from "./seeds";
import { failure } from "./store";

const badge = (seed: Seed, at: number): ReviewBadge => ({
  ref: `b${at + 1}`,
  name: seed.name,
  issuer: seed.issuer,
  mark: seed.mark,
  verifiedAt: CHECKED_AT,
  issued: seed.issued,
  validUntil: seed.validUntil,
  minutes: seed.minutes,
  checks: checksOf(seed).filter((check) => check.id !== "recipient"),
  notes: [],
  picture: pictureAddress(seed.picture),
  evidence: seed.picture === "camp" ? [{ name: "Letter of the camp leader.pdf", url: null, state: "unchanged" }] : [],
  senderVerdict: null,
  describedOnly: false,
  wantedHosts: wantedOf(seed),
});

/** What a handed-out page with four badges would give. */
export function review(file: Pick<GivenFile, "name">): ReviewView {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (/\.(pdf|docx?)$/i.test(file.name)) throw failure("portfolio.no-profile", { name: file.name });
  const badges = [2, 3, 1, 5].map((at) => SEEDS[at] as Seed).map(badge);
  const counts = [...new Set(badges.map((one) => one.mark))].map((mark): MarkCount => ({
    mark,
    count: badges.filter((one) => one.mark === mark).length,
  }));
  return {
    name: file.name,
    profile: {
      title: "Application: warehouse team",
      text: "I drive forklifts, keep stock lists in order and have led teams.",
      holder: "Amina Haddad",
      createdAt: "2026-11-21T09:00:00Z",
      expiresAt: null,
      manifest: "intact",
      notes: [],
    },
    badges,
    counts,
  };
}

/** The same page after its issuers were asked: what was open is settled. */
export function reviewAgain(hosts: readonly string[]): ReviewView {
  const before = review({ name: "warehouse.html" });
  const badges = before.badges.map((one) =>
    one.wantedHosts.some((host) => hosts.includes(host)) ? { ...one, mark: "verified" as const, wantedHosts: [] } : one,
  );
  return { ...before, badges };
}
