import type { InboxItem } from "../backend/backend";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { Checks } from "../marks/Checks";
import { MarkStatus } from "../marks/MarkStatus";
import { useText } from "../words/context";

/** Everything that was checked of a badge, before a decision. */
export function CloserLook({ item, open, onClose }: { item: InboxItem; open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      wide
      title={<span dir="auto">{item.card.name}</span>}
      subtitle={<bdi>{item.card.issuer}</bdi>}
      open={open}
      onClose={onClose}
      foot={<Button onPress={onClose}>{t("ui-close")}</Button>}
    >
      <p>
        <MarkStatus mark={item.card.mark} pill />
      </p>
      <Checks checks={item.checks} />
    </Dialog>
  );
}
