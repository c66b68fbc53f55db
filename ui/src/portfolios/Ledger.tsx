import { FileText } from "lucide-react";
import type { ShareView } from "../backend/backend";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";

/** What went out so far. */
export function Ledger({ shares }: { shares: readonly ShareView[] }) {
  const t = useText();
  const { locale } = useWords();
  if (shares.length === 0) return null;
  return (
    <section>
      <h2>{t("portfolio-handed-out")}</h2>
      <ul className="list compose__before">
        {shares.map((share) => (
          <li className="list__row" key={`${share.at}-${share.title}`}>
            <FileText className="icon" />
            <span className="grow">
              <span className="list__title block" dir="auto">
                {share.title === "" ? t("portfolio-untitled") : share.title}
              </span>
              <span className="small muted">
                {t("portfolio-share", { at: moment(share.at, locale), count: share.badges })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
