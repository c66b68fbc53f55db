import type { CheckId, CheckView, Outcome } from "../bindings";
import { ME, type Seed } from "./seeds";

type Args = CheckView["args"];

/** The moment at which all of the made-up checks were made. */
export const CHECKED_AT = "2026-11-21T08:12:00Z";

const check = (id: CheckId, outcome: Outcome, code: string, args: Args = {}): CheckView => ({
  id,
  outcome,
  code,
  args,
  notes: [],
  documents: [],
});

function good(seed: Seed): CheckView[] {
  const { issuer, host } = seed;
  const end = seed.validUntil === null ? "no-end" : "ok";
  const dates: Args =
    seed.validUntil === null
      ? { from: seed.issued, date: seed.issued }
      : { from: seed.issued, date: seed.validUntil, until: seed.validUntil };
  return [
    check("structure", "passed", "structure.ok", { format: "Open Badges 3.0" }),
    check("proof", "passed", "proof.ok", { issuer, suite: "eddsa-rdfc-2022" }),
    {
      ...check("issuer-key", "passed", "issuer-key.ok", { issuer, host }),
      documents: [{ url: `https://${host}/.well-known/did.json`, at: CHECKED_AT, origin: "fetched" }],
    },
    check("issuer-identity", "passed", "issuer-identity.domain", { issuer, host }),
    check("validity-period", "passed", `validity-period.${end}`, dates),
    check("status", "not-applicable", "status.none", { issuer, host }),
    check("recipient", "passed", "recipient.match", { address: ME }),
    check("image", "not-applicable", "image.none"),
    check("mail", "not-applicable", "mail.none"),
  ];
}

const replaced = (checks: CheckView[], ...others: CheckView[]): CheckView[] =>
  checks.map((one) => others.find((other) => other.id === one.id) ?? one);

/** The lines that a report on such a badge would have. */
export function checksOf(seed: Seed): CheckView[] {
  const { issuer, host } = seed;
  const all = good(seed);
  switch (seed.mark) {
    case "inconclusive":
      return replaced(
        all,
        check("proof", "inconclusive", "proof.key-not-had", { issuer, host }),
        check("issuer-key", "inconclusive", "issuer-key.not-had", { issuer, host }),
        check("issuer-identity", "inconclusive", "issuer-identity.not-decided", { issuer, host }),
      );
    case "not-genuine":
      return replaced(
        all,
        check("proof", "failed", "proof.altered", { issuer }),
        check("issuer-identity", "inconclusive", "issuer-identity.unknown", { issuer, host }),
        check("recipient", "inconclusive", "recipient.unknown"),
      );
    case "signed-unknown":
      return replaced(all, check("issuer-identity", "inconclusive", "issuer-identity.unknown", { issuer, host }));
    case "expired":
      return replaced(
        all,
        check("validity-period", "failed", "validity-period.expired", {
          date: seed.validUntil ?? "",
          until: seed.validUntil ?? "",
        }),
      );
    case "revoked":
      return replaced(all, check("status", "failed", "status.revoked", { issuer, host }));
    default:
      return all;
  }
}
