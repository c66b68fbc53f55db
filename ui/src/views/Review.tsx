import { Page } from "../components/Page";
import { FailureNote } from "../marks/FailureNote";
import { ReviewDrop } from "../reviews/ReviewDrop";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { ReviewResult } from "./ReviewResult";
import { useReview } from "./useReview";

/** Looking at what somebody else handed out. `alone`: before there is a backpack. */
export function Review({ alone = false }: { alone?: boolean }) {
  const t = useText();
  const { review, take, choose, ask, close, busy, failure } = useReview();
  const back = alone ? { back: { href: "#/", label: t("make-back") } } : {};
  if (review !== null)
    return (
      <>
        <FailureNote failure={failure} />
        <ReviewResult review={review} ask={ask} onClose={() => void close.run(undefined)} />
      </>
    );
  const lead = alone ? `${t("review-lead")} ${t("review-lead-alone")}` : t("review-lead");
  return (
    <Page title={<Term word="review">{t("nav-review")}</Term>} lead={lead} {...back}>
      <FailureNote failure={failure} />
      <ReviewDrop
        busy={busy}
        onChoose={() => void choose.run(undefined)}
        onFiles={(files) => take({ files })}
        onText={(text) => take({ text })}
      />
    </Page>
  );
}
