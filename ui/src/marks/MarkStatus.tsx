import type { Mark } from "../backend/backend";
import { useText } from "../words/context";
import { LOOKS, markWord } from "./marks";

/** Icon and word, always both. "Verified" has no fill in lists; "Not genuine" is the only solid one. */
export function MarkStatus({ mark, pill }: { mark: Mark; pill?: boolean }) {
  const t = useText();
  const { icon: Icon, tone } = LOOKS[mark];
  const filled = pill ?? mark !== "verified";
  const solid = mark === "not-genuine" ? "status--solid" : "";
  return (
    <span className={`status tone-${tone} ${filled ? "status--pill" : ""} ${filled ? solid : ""}`}>
      <Icon className="icon" />
      {t(markWord(mark))}
    </span>
  );
}
