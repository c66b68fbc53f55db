import { ClipboardCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { ReviewView } from "../backend/backend";
import { Callout } from "../components/Callout";
import { useText, useWords } from "../words/context";
import { dateOnly, moment } from "../words/dates";
import { useSentence } from "../words/useSentence";
import { sums, toneOf } from "./sums";

function headline(review: ReviewView, t: ReturnType<typeof useText>): string {
  const { count, verified } = sums(review);
  if (count === 0) return t("review-no-badge");
  if (verified === count) return t("review-all-verified", { count });
  if (verified === 0) return t("review-none-verified", { count });
  return t("review-some-verified", { count, verified });
}

/** The answer first: how many hold, that we looked for ourselves, and whether the file is as it was made. */
export function ReviewSummary({ review, act }: { review: ReviewView; act?: ReactNode }) {
  const t = useText();
  const { locale } = useWords();
  const say = useSentence();
  const { profile, badges } = review;
  const holder = profile?.holder ?? t("review-unnamed");
  const at = badges[0]?.verifiedAt;
  return (
    <Callout tone={toneOf(review)} icon={ClipboardCheck} big title={headline(review, t)} role="status" act={act}>
      {at !== undefined && <p>{t("review-anew", { at: moment(at, locale) })}</p>}
      {profile?.manifest === "intact" && <p>{t("review-intact", { holder })}</p>}
      {profile?.manifest === "broken" && <p>{t("review-broken")}</p>}
      {profile !== null && profile.expiresAt !== null && (
        <p>{t("review-expired-profile", { date: dateOnly(profile.expiresAt, locale) })}</p>
      )}
      {profile?.notes.map((note, at) => (
        <p key={`${note.code}-${at}`}>{say(note).message}</p>
      ))}
    </Callout>
  );
}
