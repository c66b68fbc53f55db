import { FolderOpen, Globe } from "lucide-react";
import { useState } from "react";
import type { ReviewView } from "../backend/backend";
import type { Action } from "../backend/action";
import { Button } from "../components/Button";
import { Page, Section } from "../components/Page";
import { Consent } from "../marks/Consent";
import { ReviewHours } from "../reviews/ReviewHours";
import { ReviewRow } from "../reviews/ReviewRow";
import { ReviewSummary } from "../reviews/ReviewSummary";
import { wantedHosts } from "../reviews/sums";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { Term } from "../words/Term";

type ReviewResultProps = { review: ReviewView; ask: Action<string[], void>; onClose: () => void };

function useLead({ profile, name }: ReviewView): string {
  const t = useText();
  const { locale } = useWords();
  if (profile === null) return t("review-raw", { name });
  if (profile.createdAt === null) return t("review-of-undated", { title: profile.title });
  return t("review-of", { title: profile.title, date: dateOnly(profile.createdAt, locale) });
}

/** What somebody handed out, badge by badge. */
export function ReviewResult({ review, ask, onClose }: ReviewResultProps) {
  const t = useText();
  const lead = useLead(review);
  const [asking, setAsking] = useState(false);
  const hosts = wantedHosts(review);
  const holder = review.profile?.holder ?? null;
  const askAct = hosts.length > 0 && (
    <Button onPress={() => setAsking(true)} isPending={ask.busy}>
      <Globe className="icon" />
      {t("review-ask")}
    </Button>
  );
  const another = (
    <Button kind="quiet" onPress={onClose}>
      <FolderOpen className="icon" />
      {t("review-open-another")}
    </Button>
  );
  return (
    <Page title={holder ?? t("nav-review")} lead={lead} actions={another}>
      <ReviewSummary review={review} act={askAct || undefined} />
      {review.profile !== null && review.profile.text !== "" && (
        <Section title={t("review-says", { holder: holder ?? t("review-unnamed") })}>
          <p className="measure" dir="auto">
            {review.profile.text}
          </p>
        </Section>
      )}
      {review.badges.length > 0 && (
        <>
          <Section title={<Term word="badge">{t("review-badges")}</Term>}>
            <ul className="list">
              {review.badges.map((badge) => (
                <ReviewRow key={badge.ref} badge={badge} />
              ))}
            </ul>
          </Section>
          <Section title={t("review-hours")}>
            <ReviewHours review={review} />
          </Section>
        </>
      )}
      <Consent
        once
        why={t("consent-why", { badge: t("review-badges-of") })}
        hosts={hosts}
        open={asking}
        busy={ask.busy}
        onClose={() => setAsking(false)}
        onAllow={(allowed) => void ask.run(allowed).then(() => setAsking(false))}
      />
    </Page>
  );
}
