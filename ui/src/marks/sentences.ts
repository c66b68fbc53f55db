import type { CheckView, Mark } from "../backend/backend";
import { dateOnly } from "../words/dates";
import type { Sentence, Words } from "../words/words";
import { markWord, reasonOf } from "./marks";

export type Judged = {
  mark: Mark;
  issuer: string;
  issued: string | null;
  validUntil: string | null;
  checks: readonly CheckView[];
};

export type Verdict = { says: string; but: string | null; next: string | null };

function reason(judged: Judged, outcome: "failed" | "inconclusive", words: Words): Sentence | null {
  const check = reasonOf(judged.checks, outcome);
  return check === undefined ? null : words.code(check.code, check.args);
}

/** What the mark means for this badge, in the words that page and command line use, too. */
function meaning(judged: Judged, words: Words): string {
  const day = judged.mark === "expired" ? judged.validUntil : judged.issued;
  if (judged.mark === "expired" && day === null) return words.text("says-expired-undated");
  const vars = { issuer: judged.issuer, date: day === null ? "" : dateOnly(day, words.locale) };
  const open = judged.checks.some((check) => check.id === "proof" && check.outcome === "inconclusive");
  const undecided = open ? words.attribute(markWord(judged.mark), "undecided", vars) : null;
  return undecided ?? words.attribute(markWord(judged.mark), "sentence", vars) ?? "";
}

/** One sentence before any detail: what a mark means for this badge, why, and what to do next. */
export function verdictOf(judged: Judged, words: Words): Verdict {
  const { mark } = judged;
  const says = meaning(judged, words);
  const next = words.has(`verdict-next-${mark}`) ? words.text(`verdict-next-${mark}`) : null;
  switch (mark) {
    case "verified": {
      const mine = judged.checks.some((check) => check.id === "recipient" && check.outcome === "passed");
      const known = judged.checks.find((check) => check.id === "issuer-identity" && check.outcome === "passed");
      const who = known === undefined ? null : words.code(known.code, known.args).message;
      return { says: mine ? words.text("says-verified-yours") : says, but: who, next };
    }
    case "key-changed": {
      const alarm = judged.checks.find((check) => check.code === "issuer-identity.key-changed");
      return { says, but: alarm === undefined ? null : words.code(alarm.code, alarm.args).message, next };
    }
    case "inconclusive": {
      const why = reason(judged, "inconclusive", words);
      if (why === null) return { says, but: null, next };
      return { says: why.message, but: words.text("says-nothing-wrong"), next: why.next ?? next };
    }
    case "damaged":
    case "not-genuine":
    case "revoked":
      return { says, but: reason(judged, "failed", words)?.message ?? null, next };
    default:
      return { says, but: null, next };
  }
}
