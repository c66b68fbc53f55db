import { useAction } from "../backend/action";
import type { SettingKey, SettingsView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toast } from "../components/toasts";
import { useText } from "../words/context";

/** Everything that can be changed in Settings. */
export function useSettingActions(settings: SettingsView | undefined) {
  const t = useText();
  const backend = useBackend();
  const slot = (kind: "keyring" | "passphrase") => settings?.slots.find((one) => one.kind === kind)?.id;
  const set = useAction(({ key, value }: { key: SettingKey; value: string }) => backend.setSetting(key, value));
  const addPassphrase = useAction(async (passphrase: string) => {
    await backend.addPassphrase(passphrase);
    toast(t("settings-passphrase-kept"));
    return true;
  });
  const removePassphrase = useAction(async () => {
    const id = slot("passphrase");
    if (id !== undefined) await backend.removeSlot(id);
    toast(t("settings-passphrase-removed"));
  });
  const keyring = useAction(async (on: boolean) => {
    const id = slot("keyring");
    if (on) await backend.addKeyring();
    else if (id !== undefined) await backend.removeSlot(id);
  });
  const addAddress = useAction(async (address: string) => {
    await backend.addAddress(address);
    toast(t("settings-address-added"));
  });
  const removeAddress = useAction(async (address: string) => {
    await backend.removeAddress(address);
    toast(t("settings-address-removed", { address }), {
      label: t("settings-undo"),
      run: () => void backend.addAddress(address),
    });
  });
  const revoke = useAction((host: string) => backend.revokeConsent(host));
  const failure = [set, removePassphrase, keyring, addAddress, removeAddress, revoke]
    .map((action) => action.failure)
    .find((one) => one !== null);
  return { set, addPassphrase, removePassphrase, keyring, addAddress, removeAddress, revoke, failure: failure ?? null };
}
