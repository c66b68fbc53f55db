import { CircleCheck, TriangleAlert } from "lucide-react";
import type { WarningView } from "../backend/backend";
import { useText } from "../words/context";
import { useSentence } from "../words/useSentence";

/** What to look at before it goes out; at the end, what does not go out. */
export function Before({ warnings }: { warnings: readonly WarningView[] }) {
  const t = useText();
  const say = useSentence();
  return (
    <section id="before" tabIndex={-1}>
      <h2>{t("portfolio-before")}</h2>
      <ul className="list compose__before">
        {warnings.map((warning, at) => {
          const { message, next } = say(warning);
          return (
            <li className="rule" key={`${warning.code}-${at}`}>
              <TriangleAlert className="icon tone-unsure" />
              <div>
                <p className="list__title">{message}</p>
                {next !== null && <p className="muted small">{next}</p>}
              </div>
            </li>
          );
        })}
        <li className="rule">
          <CircleCheck className="icon tone-good" />
          <div>
            <p className="list__title">{t("portfolio-nothing-else")}</p>
            <p className="muted small">{t("portfolio-nothing-else-text")}</p>
          </div>
        </li>
      </ul>
    </section>
  );
}
