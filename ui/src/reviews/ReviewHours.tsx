import type { ReviewView } from "../backend/backend";
import { useHours } from "../marks/Hours";
import { useText } from "../words/context";
import { sums } from "./sums";

/** Hours, verified and not, told apart. */
export function ReviewHours({ review }: { review: ReviewView }) {
  const t = useText();
  const hours = useHours();
  const { minutesVerified, minutesNot } = sums(review);
  return (
    <div className="cardbox stats">
      <div className="stat">
        <b>{hours(minutesVerified, true)}</b>
        <span>{t("review-hours-verified")}</span>
      </div>
      <div className="stat">
        <b>{hours(minutesNot, true)}</b>
        <span>{t("review-hours-not")}</span>
      </div>
    </div>
  );
}
