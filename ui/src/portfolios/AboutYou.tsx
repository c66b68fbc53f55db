import { Choose } from "../components/Choose";
import { Field } from "../components/Field";
import { SwitchRow } from "../components/SwitchRow";
import { useText } from "../words/context";
import { LANGUAGES } from "../words/languages";
import type { Draft } from "./draft";

/** What the person says around the badges. All of it may stay empty. */
export function AboutYou({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const t = useText();
  return (
    <section className="stack">
      <h2>{t("portfolio-about")}</h2>
      <Field
        label={t("portfolio-title")}
        hint={t("portfolio-title-hint")}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <Field
        label={t("portfolio-name")}
        hint={t("portfolio-name-hint")}
        autoComplete="name"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <Field label={t("portfolio-text")} rows={4} value={draft.text} onChange={(text) => change({ text })} />
      <Choose
        label={t("portfolio-language")}
        labelShown
        value={draft.language}
        options={LANGUAGES}
        onChange={(language) => change({ language })}
      />
      <div className="list list--rows">
        <SwitchRow
          label={t("portfolio-evidence")}
          hint={t("portfolio-evidence-hint")}
          on={draft.includeEvidence}
          onChange={(includeEvidence) => change({ includeEvidence })}
        />
      </div>
    </section>
  );
}
