import { UserCheck } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { BadgeView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

function Marking({ badge, onClose }: { badge: BadgeView; onClose: () => void }) {
  const t = useText();
  const backend = useBackend();
  const { name } = badge.issuer;
  const mark = useAction(async () => {
    await backend.markIssuer(badge.card.id);
    onClose();
    toast(t("known-done", { issuer: name }));
  });
  const foot = (
    <>
      <Button autoFocus onPress={onClose}>
        {t("known-cancel")}
      </Button>
      <Button kind="primary" isPending={mark.busy} onPress={() => void mark.run(undefined)}>
        <UserCheck className="icon" />
        {t("known-mark")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("known-title", { issuer: name })} open onClose={onClose} foot={foot}>
      <p>{t("known-text")}</p>
      <FailureNote failure={mark.failure} />
    </Dialog>
  );
}

/** Only the person can say that an issuer whom nobody vouches for is known to them; and take it back. */
export function KnownIssuer({ badge }: { badge: BadgeView }) {
  const t = useText();
  const backend = useBackend();
  const [asking, setAsking] = useState(false);
  const { id, name, marked } = badge.issuer;
  const unmark = useAction(async () => {
    await backend.unmarkIssuer(id);
    toast(t("known-taken-back", { issuer: name }));
  });
  if (!marked && badge.card.mark !== "signed-unknown") return null;
  return (
    <div className="row">
      {marked ? (
        <Button kind="quiet" isPending={unmark.busy} onPress={() => void unmark.run(undefined)}>
          {t("known-take-back")}
        </Button>
      ) : (
        <Button onPress={() => setAsking(true)}>
          <UserCheck className="icon" />
          {t("known-mark")}
        </Button>
      )}
      <FailureNote failure={unmark.failure} />
      {asking && <Marking badge={badge} onClose={() => setAsking(false)} />}
    </div>
  );
}
