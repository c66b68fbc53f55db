import { Page, Section } from "../components/Page";
import { GlossaryList } from "../help/GlossaryList";
import { Keys } from "../help/Keys";
import { useText } from "../words/context";

/** The words, the keys, and what the app does and does not do. */
export function Help() {
  const t = useText();
  return (
    <Page title={t("nav-help")} lead={t("help-lead")} narrow>
      <Section title={t("help-words")} lead={t("help-words-lead")}>
        <GlossaryList />
      </Section>
      <Section title={t("help-private")}>
        <p className="measure">{t("help-private-text")}</p>
      </Section>
      <Section title={t("help-not-yet")}>
        <p className="measure">{t("help-not-yet-text")}</p>
      </Section>
      <Section title={t("help-keys")}>
        <Keys />
      </Section>
    </Page>
  );
}
