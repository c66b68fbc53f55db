import type { SettingsView } from "../backend/backend";
import { Button } from "../components/Button";
import { SwitchRow } from "../components/SwitchRow";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { Term } from "../words/Term";

type SlotsProps = {
  settings: SettingsView;
  onChoosePassphrase: () => void;
  onRemovePassphrase: () => void;
  onKeyring: (on: boolean) => void;
};

function KeyringRow({ settings, onKeyring }: Pick<SlotsProps, "settings" | "onKeyring">) {
  const t = useText();
  const slot = settings.slots.find((one) => one.kind === "keyring");
  const fixed = slot !== undefined && !slot.removable;
  const hint = !settings.keyring
    ? t("settings-keyring-missing")
    : fixed
      ? `${t("settings-keyring-on")} ${t("settings-keyring-last")}`
      : t(slot === undefined ? "settings-keyring-off" : "settings-keyring-on");
  return (
    <SwitchRow
      label={t("settings-keyring")}
      hint={hint}
      on={slot !== undefined}
      disabled={fixed || (!settings.keyring && slot === undefined)}
      onChange={onKeyring}
    />
  );
}

/** The ways into the backpack. At least one always stays. */
export function Slots({ settings, onChoosePassphrase, onRemovePassphrase, onKeyring }: SlotsProps) {
  const t = useText();
  const { locale } = useWords();
  const slot = settings.slots.find((one) => one.kind === "passphrase");
  return (
    <div className="list list--rows">
      <div className="switchrow switchrow--still">
        <span>
          <Term word="passphrase">{t("settings-passphrase")}</Term>
          <span className="small">
            {slot === undefined
              ? t("settings-passphrase-none")
              : t("settings-passphrase-has", { date: dateOnly(slot.createdAt, locale) })}
          </span>
        </span>
        {slot === undefined && <Button onPress={onChoosePassphrase}>{t("settings-passphrase-add")}</Button>}
        {slot?.removable === true && <Button onPress={onRemovePassphrase}>{t("settings-passphrase-remove")}</Button>}
      </div>
      <KeyringRow settings={settings} onKeyring={onKeyring} />
    </div>
  );
}
