import { useState } from "react";
import { useAction } from "../backend/action";
import type { RegistryAdded, RegistryEntryView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toast } from "../components/toasts";
import { useText } from "../words/context";

/** Whom the person believes: marks, registers, lists of authorities. */
export function useTrustActions() {
  const t = useText();
  const backend = useBackend();
  const [directory, setDirectory] = useState<readonly RegistryEntryView[]>([]);
  const took = (result: RegistryAdded | null) => {
    if (result === null) return;
    if (result.added !== null) toast(t("settings-registry-added", { name: result.added.name }));
    if (result.directory.length > 0) setDirectory(result.directory);
  };
  const unmark = useAction((issuer: string) => backend.unmarkIssuer(issuer));
  const chooseRegistry = useAction(async () => took(await backend.chooseRegistry()));
  const addRegistry = useAction(async ({ address, name }: { address: string; name: string | null }) => {
    took(await backend.addRegistryAddress(address, name));
    setDirectory((all) => all.filter(({ url }) => url !== address));
  });
  const removeRegistry = useAction((id: string) => backend.removeRegistry(id));
  const chooseList = useAction(async () => {
    const list = await backend.chooseTrustList();
    if (list !== null) toast(t("settings-trust-list-added", { name: list.name, count: list.authorities }));
  });
  const removeList = useAction((id: string) => backend.removeTrustList(id));
  const failure = [unmark, chooseRegistry, addRegistry, removeRegistry, chooseList, removeList]
    .map((action) => action.failure)
    .find((one) => one !== null);
  return {
    directory,
    unmark,
    chooseRegistry,
    addRegistry,
    removeRegistry,
    chooseList,
    removeList,
    failure: failure ?? null,
  };
}
