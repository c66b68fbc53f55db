import { useAction } from "../backend/action";
import type { InboxItem } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toast } from "../components/toasts";
import { useText } from "../words/context";

/** After a decision the next badge's heading has the focus; after the last one the title. */
function focusAfter(gone: readonly string[]): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-badge]")];
  const at = rows.findIndex((row) => gone.includes(row.dataset.badge ?? ""));
  const next = rows.slice(at + 1).find((row) => !gone.includes(row.dataset.badge ?? ""));
  const before = rows.find((row) => !gone.includes(row.dataset.badge ?? ""));
  const heading = (next ?? before)?.querySelector<HTMLElement>("h3") ?? document.querySelector<HTMLElement>("h1");
  heading?.focus();
}

/** Yes and no to what waits in the Inbox. */
export function useDecisions() {
  const t = useText();
  const backend = useBackend();
  const keep = useAction(async (items: readonly InboxItem[]) => {
    const ids = items.map((item) => item.card.id);
    await backend.keep(ids);
    focusAfter(ids);
    toast(t("inbox-kept", { count: items.length, name: items[0]?.card.name ?? "" }));
  });
  const leaveOut = useAction(async (item: InboxItem) => {
    await backend.dismiss([item.card.id]);
    focusAfter([item.card.id]);
    toast(t("inbox-left-out", { name: item.card.name }));
  });
  const ask = useAction(({ item, hosts }: { item: InboxItem; hosts: string[] }) =>
    backend.checkAgain(item.card.id, hosts),
  );
  return { keep, leaveOut, ask };
}
