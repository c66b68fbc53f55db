import type { AppStatus, Backend, SettingKey, SettingsView } from "../backend";
import { soon } from "./soon";
import { failure, type Store } from "./store";

type Part = Pick<
  Backend,
  | "status"
  | "createBackpack"
  | "unlock"
  | "lock"
  | "settings"
  | "setSetting"
  | "addAddress"
  | "removeAddress"
  | "addPassphrase"
  | "addKeyring"
  | "removeSlot"
  | "revokeConsent"
>;

function create(store: Store, passphrase: string | null): AppStatus {
  store.state = "open";
  store.passphrase = passphrase;
  store.addSlot(passphrase === null ? "keyring" : "passphrase");
  store.tell({ badges: "all", settings: true });
  return store.status();
}

function unlock(store: Store, passphrase: string | null): AppStatus {
  const byKeyring = passphrase === null && store.situation.keyring;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (!byKeyring && passphrase !== store.passphrase) throw failure("backpack.wrong-passphrase");
  store.state = "open";
  store.tell({ badges: "all", inbox: true, stacks: true, settings: true });
  return store.status();
}

function set(settings: SettingsView, key: SettingKey, value: string): void {
  if (key === "locale") settings.locale = value === "" ? null : value;
  if (key === "theme" && (value === "system" || value === "light" || value === "dark")) settings.theme = value;
  if (key === "contrast") settings.contrast = value === "more";
  if (key === "textSize") {
    settings.textSize = Number(value);
    document.documentElement.style.zoom = String(Number(value) / 100);
  }
}

export function settings(store: Store): Part {
  const change = (alter: (now: SettingsView) => void, all = false) =>
    soon(() => {
      alter(store.settings);
      return store.tell({ settings: true, badges: all ? "all" : [] });
    });
  return {
    status: () => soon(() => store.status()),
    createBackpack: (passphrase) => soon(() => create(store, passphrase)),
    unlock: (passphrase) => soon(() => unlock(store, passphrase)),
    lock: () =>
      soon(() => {
        store.state = "locked";
        return store.status();
      }),
    settings: () => soon(() => structuredClone(store.settings)),
    setSetting: (key, value) => change((now) => set(now, key, value)),
    addAddress: (address) => change((now) => (now.addresses = [...new Set([...now.addresses, address])]), true),
    removeAddress: (address) => change((now) => (now.addresses = now.addresses.filter((one) => one !== address)), true),
    addPassphrase: (passphrase) =>
      change(() => {
        store.passphrase = passphrase;
        store.addSlot("passphrase");
      }),
    addKeyring: () => change(() => store.addSlot("keyring")),
    removeSlot: (id) => change(() => store.removeSlot(id)),
    revokeConsent: (host) => change((now) => (now.consents = now.consents.filter((one) => one !== host))),
  };
}
