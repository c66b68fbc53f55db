import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { BadgeView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { toast } from "../components/toasts";
import { Consent } from "../marks/Consent";
import { FailureNote } from "../marks/FailureNote";
import { offeredAt } from "../marks/offered";
import { useText } from "../words/context";

/** A newer version that the issuer offers: asked for only after the person has seen who would be asked. */
export function Newer({ badge }: { badge: BadgeView }) {
  const t = useText();
  const backend = useBackend();
  const [asking, setAsking] = useState(false);
  const { id, name } = badge.card;
  const close = () => setAsking(false);
  const ask = useAction(async (hosts: string[]) => {
    close();
    await backend.refreshBadge(id, hosts);
    toast(t("newer-done"));
  });
  const host = offeredAt(badge);
  if (host === null) return <FailureNote failure={ask.failure} />;
  return (
    <>
      <div className="row">
        <Button kind="quiet" isPending={ask.busy} onPress={() => setAsking(true)}>
          <Sparkles className="icon" />
          {t("newer-ask")}
        </Button>
      </div>
      <FailureNote failure={ask.failure} />
      {asking && (
        <Consent
          why={t("consent-why", { badge: name })}
          hosts={[host]}
          open
          busy={ask.busy}
          onClose={close}
          onAllow={(hosts) => void ask.run(hosts)}
        />
      )}
    </>
  );
}
