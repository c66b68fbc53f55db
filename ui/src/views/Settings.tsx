import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { AccountList } from "../accounts/AccountList";
import { toFailure } from "../backend/failure";
import { useSettings } from "../backend/queries";
import { Choose } from "../components/Choose";
import { Confirm } from "../components/Confirm";
import { Page, Section } from "../components/Page";
import { Wait } from "../components/Wait";
import { FailureNote } from "../marks/FailureNote";
import { Addresses } from "../settings/Addresses";
import { Appearance } from "../settings/Appearance";
import { Consents } from "../settings/Consents";
import { PassphraseDialog } from "../settings/PassphraseDialog";
import { Slots } from "../settings/Slots";
import { useText, useWords } from "../words/context";
import { LANGUAGES } from "../words/languages";
import { Trust } from "./Trust";
import { useSettingActions } from "./useSettingActions";

type Sheet = "passphrase" | "remove" | null;

function LanguageRow({ onChoose }: { onChoose: (locale: string) => void }) {
  const t = useText();
  const { locale } = useWords();
  return (
    <div className="list list--rows">
      <div className="switchrow switchrow--still">
        <span>
          {t("settings-language-of")}
          <span className="small">{t("settings-language-hint")}</span>
        </span>
        <Choose label={t("settings-language-of")} value={locale} options={LANGUAGES} onChange={onChoose} />
      </div>
    </div>
  );
}

/** Ways in, addresses, language, looks, the internet. Each change takes effect at once. */
export function Settings() {
  const t = useText();
  const { data: settings, error } = useSettings();
  const actions = useSettingActions(settings);
  const [sheet, setSheet] = useState<Sheet>(null);
  const close = () => setSheet(null);
  if (settings === undefined)
    return error === null ? (
      <Wait />
    ) : (
      <Page title={t("nav-settings")} narrow>
        <FailureNote failure={toFailure(error)} />
      </Page>
    );
  const choosePassphrase = async (passphrase: string) => {
    if ((await actions.addPassphrase.run(passphrase)) === true) close();
  };
  return (
    <Page title={t("nav-settings")} narrow>
      <FailureNote failure={actions.failure} />
      <Section title={t("settings-security")}>
        <Slots
          settings={settings}
          onChoosePassphrase={() => setSheet("passphrase")}
          onRemovePassphrase={() => setSheet("remove")}
          onKeyring={(on) => void actions.keyring.run(on)}
        />
      </Section>
      <Section title={t("settings-addresses")} lead={t("settings-addresses-lead")}>
        <Addresses
          addresses={settings.addresses}
          onAdd={(address) => void actions.addAddress.run(address)}
          onRemove={(address) => void actions.removeAddress.run(address)}
        />
      </Section>
      <Section title={t("settings-language")}>
        <LanguageRow onChoose={(value) => void actions.set.run({ key: "locale", value })} />
      </Section>
      <Section title={t("settings-appearance")}>
        <Appearance settings={settings} onSet={(key, value) => void actions.set.run({ key, value })} />
      </Section>
      <Section title={t("settings-internet")} lead={t("settings-internet-lead")}>
        <Consents hosts={settings.consents} onRevoke={(host) => void actions.revoke.run(host)} />
      </Section>
      <Section title={t("settings-accounts")} lead={t("settings-accounts-lead")}>
        <AccountList onBegun={() => navigate("/add")} />
      </Section>
      <Trust settings={settings} />
      <Section title={t("settings-folder")}>
        <p>{t("settings-folder-text")}</p>
        <p className="small">
          <bdi>
            <code>{settings.folder}</code>
          </bdi>
        </p>
      </Section>
      {sheet === "passphrase" && (
        <PassphraseDialog
          open
          busy={actions.addPassphrase.busy}
          failure={actions.addPassphrase.failure}
          onClose={close}
          onChosen={(passphrase) => void choosePassphrase(passphrase)}
        />
      )}
      <Confirm
        open={sheet === "remove"}
        title={t("settings-passphrase-remove-title")}
        keep={t("settings-keep")}
        remove={t("settings-passphrase-remove")}
        busy={actions.removePassphrase.busy}
        onClose={close}
        onConfirm={() => void actions.removePassphrase.run(undefined).then(close)}
      >
        <p>{t("settings-passphrase-remove-text")}</p>
      </Confirm>
    </Page>
  );
}
