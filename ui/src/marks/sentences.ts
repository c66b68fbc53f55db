import type { CheckView, Mark } from "../backend/backend";
import type { Sentence, Words } from "../words/words";
import { dateOnly } from "../words/dates";
import { reasonOf } from "./marks";

export type Judged = {
  mark: Mark;
  issuer: string;
  validUntil: string | null;
  issued: string | null;
  checks: readonly CheckView[];
  vouchedBy?: string | null;
};

export type Verdict = { says: string; but: string | null; next: string | null };

const given = (text: string | null, words: Words): string => (text === null ? "" : dateOnly(text, words.locale));

function reason(judged: Judged, outcome: "failed" | "inconclusive", words: Words): Sentence | null {
  const check = reasonOf(judged.checks, outcome);
  return check === undefined ? null : words.code(check.code, check.args);
}

/** One sentence before any detail: what a mark means for this badge, why, and what to do next. */
export function verdictOf(judged: Judged, words: Words): Verdict {
  const vars = {
    issuer: judged.issuer,
    date: given(judged.validUntil, words),
    from: given(judged.issued, words),
    host: judged.vouchedBy ?? "",
  };
  const says = words.text(`says-${judged.mark}`, vars);
  const next = words.attribute(`says-${judged.mark}`, "next", vars);
  switch (judged.mark) {
    case "verified": {
      const mine = judged.checks.some((check) => check.id === "recipient" && check.outcome === "passed");
      const vouched = judged.vouchedBy ? words.text("says-vouched", vars) : null;
      return { says: mine ? words.text("says-verified-yours", vars) : says, but: vouched, next };
    }
    case "inconclusive": {
      const why = reason(judged, "inconclusive", words);
      return { says: why?.message ?? says, but: words.text("says-nothing-wrong"), next: why?.next ?? next };
    }
    case "expired":
      return { says: judged.validUntil === null ? words.text("says-expired-undated") : says, but: null, next };
    case "damaged":
    case "not-genuine":
    case "revoked": {
      const why = reason(judged, "failed", words);
      return { says, but: why?.message ?? null, next };
    }
    default:
      return { says, but: null, next };
  }
}
