import { Backpack, Mail } from "lucide-react";
import type { InboxItem } from "../backend/backend";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { LOOKS, MARKS } from "../marks/marks";
import { useText } from "../words/context";

type InboxSummaryProps = { items: readonly InboxItem[]; onKeepGood: (items: InboxItem[]) => void; busy: boolean };

/** How many wait and how they stand; all verified ones can be taken at once. */
export function InboxSummary({ items, onKeepGood, busy }: InboxSummaryProps) {
  const t = useText();
  const good = items.filter((item) => item.card.mark === "verified" && item.recipient !== "mismatch");
  const counts = MARKS.map((mark) => ({ mark, count: items.filter((item) => item.card.mark === mark).length })).filter(
    ({ count }) => count > 0,
  );
  return (
    <Callout tone="info" icon={Mail} title={t("inbox-waiting", { count: items.length })}>
      <p className="row summary">
        {counts.map(({ mark, count }) => {
          const { icon: Icon, tone } = LOOKS[mark];
          return (
            <span key={mark} className={`status tone-${tone}`}>
              <Icon className="icon" />
              {t("inbox-count", { count, mark: t(`mark-${mark}`) })}
            </span>
          );
        })}
      </p>
      {good.length > 1 && (
        <div className="row">
          <Button kind="primary" isPending={busy} onPress={() => onKeepGood(good)}>
            <Backpack className="icon" />
            {t("inbox-keep-good", { count: good.length })}
          </Button>
        </div>
      )}
    </Callout>
  );
}
