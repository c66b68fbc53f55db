import type { BadgeView } from "../backend/backend";
import { Section } from "../components/Page";
import { useHours } from "../marks/Hours";
import { useText } from "../words/context";
import { Term } from "../words/Term";

/** What the badge stands for, with the hours behind it. */
export function Competences({ badge }: { badge: BadgeView }) {
  const t = useText();
  const hours = useHours();
  if (badge.competencies.length === 0) return null;
  const kinds = badge.competencies.some((one) => one.kind !== null);
  return (
    <Section title={<Term word="competence">{t("badge-competences")}</Term>}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("badge-competences")}>
        <table className="table table--plain table--dense">
          <thead>
            <tr>
              <th scope="col">{t("badge-competence")}</th>
              {kinds && <th scope="col">{t("badge-area")}</th>}
              <th scope="col" className="end">
                {t("badge-hours")}
              </th>
            </tr>
          </thead>
          <tbody>
            {badge.competencies.map((one, at) => (
              <tr key={`${one.name}-${at}`}>
                <th scope="row" className="medium" dir="auto">
                  {one.name}
                </th>
                {kinds && (
                  <td className="muted" dir="auto">
                    {one.kind}
                  </td>
                )}
                <td className="end num">{hours(one.minutes, true) ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
