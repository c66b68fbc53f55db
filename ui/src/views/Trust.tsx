import type { SettingsView } from "../backend/backend";
import { Section } from "../components/Page";
import { FailureNote } from "../marks/FailureNote";
import { KnownIssuers } from "../settings/KnownIssuers";
import { Registries } from "../settings/Registries";
import { TrustLists } from "../settings/TrustLists";
import { useText } from "../words/context";
import { useTrustActions } from "./useTrustActions";

/** In Settings: who may say who an issuer is. */
export function Trust({ settings }: { settings: SettingsView }) {
  const t = useText();
  const actions = useTrustActions();
  return (
    <>
      <FailureNote failure={actions.failure} />
      <Section title={t("settings-known")} lead={t("settings-known-lead")}>
        <KnownIssuers issuers={settings.knownIssuers} onRemove={(issuer) => void actions.unmark.run(issuer)} />
      </Section>
      <Section title={t("settings-registries")} lead={t("settings-registries-lead")}>
        <Registries
          registries={settings.registries}
          directory={actions.directory}
          busy={actions.chooseRegistry.busy || actions.addRegistry.busy}
          onChoose={() => void actions.chooseRegistry.run(undefined)}
          onAddress={(address, name) => void actions.addRegistry.run({ address, name })}
          onRemove={(id) => void actions.removeRegistry.run(id)}
        />
      </Section>
      <Section title={t("settings-trust-lists")} lead={t("settings-trust-lists-lead")}>
        <TrustLists
          lists={settings.trustLists}
          busy={actions.chooseList.busy}
          onChoose={() => void actions.chooseList.run(undefined)}
          onRemove={(id) => void actions.removeList.run(id)}
        />
      </Section>
    </>
  );
}
