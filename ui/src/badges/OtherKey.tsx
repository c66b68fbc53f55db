import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { BadgeView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

/** The alarm of a known issuer's other key ends only with the person's own yes; then both keys are remembered. */
export function OtherKey({ badge }: { badge: BadgeView }) {
  const t = useText();
  const backend = useBackend();
  const [asking, setAsking] = useState(false);
  const { name } = badge.issuer;
  const close = () => setAsking(false);
  const accept = useAction(async () => {
    await backend.acceptKey(badge.card.id);
    close();
    toast(t("other-key-done", { issuer: name }));
  });
  if (badge.card.mark !== "key-changed") return null;
  const foot = (
    <>
      <Button autoFocus onPress={close}>
        {t("other-key-no")}
      </Button>
      <Button kind="danger" isPending={accept.busy} onPress={() => void accept.run(undefined)}>
        <KeyRound className="icon" />
        {t("other-key-yes")}
      </Button>
    </>
  );
  return (
    <div className="row">
      <Button onPress={() => setAsking(true)}>
        <KeyRound className="icon" />
        {t("other-key-ask")}
      </Button>
      <Dialog
        title={t("other-key-title", { issuer: name })}
        open={asking}
        onClose={close}
        role="alertdialog"
        foot={foot}
      >
        <p>{t("other-key-text")}</p>
        <FailureNote failure={accept.failure} />
      </Dialog>
    </div>
  );
}
