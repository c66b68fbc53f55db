import type { BadgeView } from "../backend/backend";
import { Facts } from "../components/Facts";
import { Section } from "../components/Page";
import { useHours } from "../marks/Hours";
import { OutsideLink } from "../marks/OutsideLink";
import { useText, useWords } from "../words/context";
import { dateOnly, languageName } from "../words/dates";
import { Term } from "../words/Term";

function Earned({ badge }: { badge: BadgeView }) {
  const t = useText();
  return (
    <p className="measure muted earned">
      <strong>{t("badge-earned")}</strong> <span dir="auto">{badge.criteria ?? t("ui-not-stated-dot")}</span>{" "}
      {badge.criteriaUrl !== null && <OutsideLink url={badge.criteriaUrl}>{t("badge-criteria-page")}</OutsideLink>}
    </p>
  );
}

/** What the badge says, in the issuer's own words, and its dates. */
export function Saying({ badge }: { badge: BadgeView }) {
  const t = useText();
  const { locale } = useWords();
  const hours = useHours();
  const { card, recipientName, level, language, tags, alignments } = badge;
  const list = (names: readonly string[]) =>
    names.length === 0 ? null : (
      <span className="row tags">
        {names.map((name) => (
          <span key={name} className="tag" dir="auto">
            {name}
          </span>
        ))}
      </span>
    );
  return (
    <Section title={t("badge-says")}>
      {badge.description !== null && (
        <p className="measure says" dir="auto">
          {badge.description}
        </p>
      )}
      <Earned badge={badge} />
      <Facts
        facts={[
          [<Term key="recipient" word="recipient" />, recipientName],
          [t("badge-given-on"), card.issued === null ? t("ui-not-stated") : dateOnly(card.issued, locale)],
          [t("badge-valid-until"), card.validUntil === null ? t("badge-no-end") : dateOnly(card.validUntil, locale)],
          [t("badge-work"), hours(card.minutes) ?? t("ui-not-stated")],
          [t("badge-level"), level],
          [t("badge-language"), language === null ? null : languageName(language, locale)],
          [t("badge-tags"), list(tags)],
          [t("badge-alignments"), list(alignments.map((one) => one.name))],
        ]}
      />
    </Section>
  );
}
