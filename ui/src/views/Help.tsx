import { Mail, ScanSearch } from "lucide-react";
import { Page, Section } from "../components/Page";
import { Tile } from "../components/Tile";
import { GlossaryList } from "../help/GlossaryList";
import { Keys } from "../help/Keys";
import { useText } from "../words/context";

/** The words, the keys, and what the app does and does not do. */
export function Help() {
  const t = useText();
  return (
    <Page title={t("nav-help")} lead={t("help-lead")} narrow>
      <div className="tiles">
        <Tile icon={Mail} title={t("empty-guide")} href="#/add/guide">
          {t("empty-guide-text")}
        </Tile>
        <Tile icon={ScanSearch} title={t("empty-review")} href="#/review">
          {t("empty-review-text")}
        </Tile>
      </div>
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
