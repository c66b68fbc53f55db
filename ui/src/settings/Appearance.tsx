import { Monitor, Moon, Sun } from "lucide-react";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { SettingKey, SettingsView } from "../backend/backend";
import { Choose } from "../components/Choose";
import { SwitchRow } from "../components/SwitchRow";
import { useText, useWords } from "../words/context";
import { figures } from "../words/dates";

const THEMES = [
  { id: "system", icon: Monitor },
  { id: "light", icon: Sun },
  { id: "dark", icon: Moon },
] as const;

const SIZES = ["80", "90", "100", "110", "125", "150", "175", "200"] as const;
type Size = (typeof SIZES)[number];

type AppearanceProps = { settings: SettingsView; onSet: (key: SettingKey, value: string) => void };

function ThemeChoice({ settings, onSet }: AppearanceProps) {
  const t = useText();
  return (
    <RadioGroup
      className="choices"
      aria-label={t("settings-theme")}
      value={settings.theme}
      onChange={(theme) => onSet("theme", theme)}
    >
      {THEMES.map(({ id, icon: Icon }) => (
        <RadioField key={id} value={id} className="choices__one">
          <RadioButton className="choice">
            <span className="choice__dot" aria-hidden="true" />
            <Icon className="icon" />
            <strong>{t(`settings-theme-${id}`)}</strong>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}

/** Light or dark, contrast, size of the text. */
export function Appearance({ settings, onSet }: AppearanceProps) {
  const t = useText();
  const { locale } = useWords();
  const percent = (size: Size) =>
    new Intl.NumberFormat(figures(locale), { style: "percent" }).format(Number(size) / 100);
  return (
    <div className="stack">
      <ThemeChoice settings={settings} onSet={onSet} />
      <div className="list list--rows">
        <SwitchRow
          label={t("settings-contrast")}
          hint={t("settings-contrast-hint")}
          on={settings.contrast}
          onChange={(on) => onSet("contrast", on ? "more" : "normal")}
        />
        <div className="switchrow switchrow--still">
          <span>
            {t("settings-text")}
            <span className="small">{t("settings-text-hint")}</span>
          </span>
          <Choose
            label={t("settings-text")}
            value={String(settings.textSize) as Size}
            options={SIZES.map((id) => ({ id, label: percent(id) }))}
            onChange={(size) => onSet("textSize", size)}
          />
        </div>
      </div>
    </div>
  );
}
