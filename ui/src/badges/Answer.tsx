import { RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import type { BadgeView } from "../backend/backend";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { toast } from "../components/toasts";
import { Consent } from "../marks/Consent";
import { FailureNote } from "../marks/FailureNote";
import { markWord } from "../marks/marks";
import { PerhapsSame } from "../marks/PerhapsSame";
import { Verdict } from "../marks/Verdict";
import { useText } from "../words/context";
import { KnownIssuer } from "./KnownIssuer";
import { Newer } from "./Newer";
import { OtherKey } from "./OtherKey";

/** The verdict, and checking again. Nobody is asked before the person has seen who it is. */
export function Answer({ badge, onRemove }: { badge: BadgeView; onRemove: () => void }) {
  const t = useText();
  const backend = useBackend();
  const [asking, setAsking] = useState(false);
  const { card, issuer, checks, wantedHosts } = badge;
  const check = useAction(async (hosts: string[]) => {
    const now = await backend.checkAgain(card.id, hosts);
    setAsking(false);
    toast(t("badge-checked", { mark: t(markWord(now.card.mark)) }));
  });
  const again = () => (wantedHosts.length > 0 ? setAsking(true) : void check.run([]));
  const open = card.mark === "inconclusive";
  const bad = card.mark === "not-genuine" || card.mark === "damaged";
  const judged = { ...card, issuer: issuer.name, checks };
  const button = (
    <Button kind={open ? "primary" : "quiet"} isPending={check.busy} onPress={again}>
      <RefreshCw className="icon" />
      {t(open ? "ui-try-again" : "badge-check-again")}
    </Button>
  );
  return (
    <>
      <Verdict judged={judged} checkedAt={badge.checkedAt} {...(open || bad ? {} : { act: button })}>
        {(open || bad) && (
          <div className="row">
            {button}
            {bad && (
              <Button kind="quiet" onPress={onRemove}>
                <Trash2 className="icon" />
                {t("badge-remove-it")}
              </Button>
            )}
          </div>
        )}
        <OtherKey badge={badge} />
        <KnownIssuer badge={badge} />
      </Verdict>
      <FailureNote failure={check.failure} />
      <Newer badge={badge} />
      <PerhapsSame cards={badge.perhapsSame} />
      {asking && (
        <Consent
          why={t("consent-why", { badge: card.name })}
          hosts={wantedHosts}
          open
          busy={check.busy}
          onClose={() => setAsking(false)}
          onAllow={(hosts) => void check.run(hosts)}
        />
      )}
    </>
  );
}
