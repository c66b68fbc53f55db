import {
  BadgeCheck,
  Ban,
  CalendarX2,
  CircleCheck,
  CircleMinus,
  CirclePause,
  CircleQuestionMark,
  CircleX,
  FileWarning,
  Hourglass,
  Info,
  type LucideIcon,
  ShieldAlert,
  ShieldX,
  Signature,
} from "lucide-react";
import type { CheckView, Mark } from "../backend/backend";
import type { Tone } from "../components/Callout";
import type { TradeWord } from "../words/glossary";

type MarkLook = {
  icon: LucideIcon;
  tone: Exclude<Tone, "info" | "plain">;
  word: TradeWord;
  /** How the badge's picture is dimmed. */
  dim: "" | "pic--past" | "pic--bad";
};

/** In the order in which a list of filters shows them. */
export const MARKS: readonly Mark[] = [
  "verified",
  "signed-unknown",
  "key-changed",
  "inconclusive",
  "not-yet-valid",
  "expired",
  "suspended",
  "revoked",
  "damaged",
  "not-genuine",
];

export const LOOKS: Record<Mark, MarkLook> = {
  verified: { icon: BadgeCheck, tone: "good", word: "verified", dim: "" },
  "signed-unknown": { icon: Signature, tone: "past", word: "signed-unknown", dim: "" },
  "key-changed": { icon: ShieldAlert, tone: "bad", word: "key-changed", dim: "" },
  inconclusive: { icon: CircleQuestionMark, tone: "unsure", word: "unchecked", dim: "" },
  expired: { icon: CalendarX2, tone: "past", word: "expired", dim: "pic--past" },
  "not-yet-valid": { icon: Hourglass, tone: "past", word: "not-yet-valid", dim: "" },
  suspended: { icon: CirclePause, tone: "unsure", word: "on-hold", dim: "" },
  revoked: { icon: Ban, tone: "bad", word: "withdrawn", dim: "pic--bad" },
  "not-genuine": { icon: ShieldX, tone: "bad", word: "not-genuine", dim: "pic--bad" },
  damaged: { icon: FileWarning, tone: "bad", word: "damaged", dim: "" },
};

/** The message with the word for a mark. */
export const markWord = (mark: Mark): string => `mark-${mark}`;

export type OutcomeLook = { icon: LucideIcon; tone: MarkLook["tone"]; word: string };

const INFORMATION: OutcomeLook = { icon: Info, tone: "past", word: "outcome-information" };
const BY_OUTCOME: Record<CheckView["outcome"], OutcomeLook> = {
  passed: { icon: CircleCheck, tone: "good", word: "outcome-passed" },
  failed: { icon: CircleX, tone: "bad", word: "outcome-failed" },
  inconclusive: { icon: CircleQuestionMark, tone: "unsure", word: "outcome-inconclusive" },
  "not-applicable": { icon: CircleMinus, tone: "past", word: "outcome-not-applicable" },
};

/** These never turn a verdict: where they are not plainly good they are information, never a warning in red. */
const BESIDE: readonly CheckView["id"][] = ["issuer-identity", "image", "mail", "endorsements", "evidence"];

export function outcomeLook({ id, outcome }: Pick<CheckView, "id" | "outcome">): OutcomeLook {
  // A schema that could not be had turns no verdict; one that does not fit does.
  if (id === "schema" && outcome === "inconclusive") return INFORMATION;
  if (BESIDE.includes(id) && outcome !== "passed" && outcome !== "not-applicable") return INFORMATION;
  if (id === "recipient" && outcome === "failed")
    return { ...BY_OUTCOME.inconclusive, word: "outcome-another-address" };
  return BY_OUTCOME[outcome];
}

/** The checks that decide, in the order in which their reasons are told. */
const DECIDING: readonly CheckView["id"][] = [
  "structure",
  "schema",
  "proof",
  "issuer-key",
  "status",
  "validity-period",
];

/** The check that explains a mark: the first deciding one that did not pass. */
export function reasonOf(checks: readonly CheckView[], outcome: "failed" | "inconclusive"): CheckView | undefined {
  return DECIDING.map((id) => checks.find((check) => check.id === id)).find((check) => check?.outcome === outcome);
}

/** Lines that need no look: good, or not applicable. */
export const isQuiet = (check: CheckView): boolean => {
  const { tone } = outcomeLook(check);
  return tone === "good" || tone === "past";
};
