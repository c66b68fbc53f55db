import type { Backend, RegistryView, TrustListView } from "../backend";
import { CHECKED_AT } from "./checks";
import { soon } from "./soon";
import type { Store } from "./store";

type Part = Pick<
  Backend,
  "chooseTrustList" | "removeTrustList" | "chooseRegistry" | "addRegistryAddress" | "removeRegistry"
>;

const DIRECTORY = [
  {
    name: "Register of Lindenau",
    url: "https://lindenau-learning.example/registry.json",
    host: "lindenau-learning.example",
  },
];

/** Registers and lists of authorities, as a file or an address would give them. */
export const trusted = (store: Store): Part => {
  const { settings } = store;
  const told = <T>(value: T): T => {
    store.tell({ settings: true });
    return value;
  };
  return {
    chooseTrustList: () =>
      soon(() => {
        const list: TrustListView = {
          id: store.next("list"),
          name: "DE: Trusted list",
          authorities: 12,
          addedAt: CHECKED_AT,
          nextUpdate: null,
        };
        settings.trustLists = [...settings.trustLists, list];
        return told(list);
      }),
    removeTrustList: (id) =>
      soon(() => {
        settings.trustLists = settings.trustLists.filter((one) => one.id !== id);
        return told(null);
      }),
    chooseRegistry: () => soon(() => ({ added: null, directory: DIRECTORY })),
    addRegistryAddress: (address, name) =>
      soon(() => {
        const added: RegistryView = {
          id: store.next("register"),
          name: name ?? new URL(address).host,
          source: address,
          kind: "issuers",
          issuers: 3,
          addedAt: CHECKED_AT,
        };
        settings.registries = [...settings.registries, added];
        return told({ added, directory: [] });
      }),
    removeRegistry: (id) =>
      soon(() => {
        settings.registries = settings.registries.filter((one) => one.id !== id);
        return told(null);
      }),
  };
};
