import { CircleCheck, CircleQuestionMark, CircleX, Link as LinkIcon } from "lucide-react";
import type { ReviewEvidence } from "../backend/backend";
import { useText } from "../words/context";

const LOOKS = {
  unchanged: { icon: CircleCheck, tone: "good" },
  changed: { icon: CircleX, tone: "bad" },
  missing: { icon: CircleQuestionMark, tone: "past" },
  link: { icon: LinkIcon, tone: "past" },
} as const;

const hostOf = (url: string | null): string => (url !== null && URL.canParse(url) ? new URL(url).host : "");

/** The evidence that came with a badge, each with whether it is what the holder signed. */
export function ReviewEvidenceList({ evidence }: { evidence: readonly ReviewEvidence[] }) {
  const t = useText();
  return (
    <ul className="stack stack--snug">
      {evidence.map(({ name, url, state }, at) => {
        const { icon: Icon, tone } = LOOKS[state];
        return (
          <li key={`${name}-${at}`} className="row row--nowrap">
            <Icon className={`icon icon--sm tone-${tone}`} />
            <span dir="auto">{t(`review-evidence-${state}`, { name, host: hostOf(url) })}</span>
          </li>
        );
      })}
    </ul>
  );
}
