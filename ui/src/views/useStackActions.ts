import { navigate } from "wouter/use-hash-location";
import { useAction } from "../backend/action";
import type { BadgeCard } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toast } from "../components/toasts";
import { useText } from "../words/context";

/** Everything that can be done with one stack. */
export function useStackActions(id: string) {
  const t = useText();
  const backend = useBackend();
  const add = useAction(async (ids: string[]) => {
    await backend.addToStack(id, ids);
    toast(t("stack-added"));
  });
  const edit = useAction(({ title, description }: { title: string; description: string }) =>
    backend.updateStack(id, title, description),
  );
  const remove = useAction(async () => {
    await backend.deleteStack(id);
    toast(t("stack-deleted"));
    navigate("/stacks");
  });
  const order = useAction((ids: string[]) => backend.orderStack(id, ids));
  const takeOut = useAction(async (card: BadgeCard) => {
    const before = (await backend.stack(id)).items.map((one) => one.id);
    await backend.removeFromStack(id, card.id);
    const undo = async () => {
      await backend.addToStack(id, [card.id]);
      await backend.orderStack(id, before);
    };
    toast(t("stack-taken-out", { name: card.name }), { label: t("stack-undo"), run: () => void undo() });
  });
  return {
    add,
    edit,
    remove,
    order,
    takeOut,
    failure: add.failure ?? remove.failure ?? order.failure ?? takeOut.failure,
  };
}
