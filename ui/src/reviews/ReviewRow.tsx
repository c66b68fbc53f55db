import { Paperclip } from "lucide-react";
import type { ReviewBadge } from "../backend/backend";
import { Fold } from "../components/Fold";
import { BadgePicture } from "../marks/BadgePicture";
import { Checks } from "../marks/Checks";
import { useHours } from "../marks/Hours";
import { MarkStatus } from "../marks/MarkStatus";
import { markWord } from "../marks/marks";
import { verdictOf } from "../marks/sentences";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { useSentence } from "../words/useSentence";
import { ReviewEvidenceList } from "./ReviewEvidenceList";

function About({ badge }: { badge: ReviewBadge }) {
  const t = useText();
  const { locale } = useWords();
  const hours = useHours();
  const parts = [
    badge.issued === null ? null : t("review-given", { date: dateOnly(badge.issued, locale) }),
    badge.validUntil === null ? null : t("review-until", { date: dateOnly(badge.validUntil, locale) }),
    hours(badge.minutes, true),
  ].filter((part) => part !== null);
  return (
    <p className="small muted">
      <bdi>{badge.issuer}</bdi>
      {parts.map((part) => ` · ${part}`)}
    </p>
  );
}

/** One badge of somebody else: what holds, what could not be checked, and why. */
export function ReviewRow({ badge }: { badge: ReviewBadge }) {
  const t = useText();
  const words = useWords();
  const say = useSentence();
  // Whether it was given to the one who looks is no question here.
  const { says, but } = verdictOf(
    { ...badge, checks: badge.checks.filter((check) => check.id !== "recipient") },
    words,
  );
  return (
    <li className="revrow">
      <BadgePicture picture={null} address={badge.picture} mark={badge.mark} />
      <div>
        <h3 className="list__title" dir="auto">
          {badge.name}
        </h3>
        <About badge={badge} />
      </div>
      <MarkStatus mark={badge.mark} pill />
      <div className="revrow__more">
        <p>{badge.describedOnly ? t("review-described") : says}</p>
        {but !== null && !badge.describedOnly && <p className="muted">{but}</p>}
        {badge.notes.map((note, at) => (
          <p key={`${note.code}-${at}`} className="small">
            {say(note).message}
          </p>
        ))}
        {badge.senderVerdict !== null && (
          <p className="small muted">{t("review-sender", { verdict: senderWord(badge.senderVerdict, words) })}</p>
        )}
        {badge.evidence.length > 0 && (
          <Fold icon={Paperclip} title={t("review-evidence")} level={4}>
            <ReviewEvidenceList evidence={badge.evidence} />
          </Fold>
        )}
        {badge.checks.length > 0 && (
          <Fold title={t("review-details")} level={4}>
            <Checks checks={badge.checks} level={4} />
          </Fold>
        )}
      </div>
    </li>
  );
}

/** The sender's word is a stranger's text: worded where we know it, quoted where we do not. */
function senderWord(verdict: string, words: ReturnType<typeof useWords>): string {
  const id = verdict === "valid" ? "outcome-passed" : markWord(verdict as ReviewBadge["mark"]);
  return words.has(id) ? words.text(id) : verdict;
}
