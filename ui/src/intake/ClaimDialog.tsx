import { useState } from "react";
import type { AddView, ClaimView } from "../backend/backend";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { Dialog } from "../components/Dialog";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Clock, Globe } from "lucide-react";
import { ClaimFacts } from "./ClaimFacts";
import { ClaimPin } from "./ClaimPin";
import { useClaim } from "./useClaim";

type ClaimDialogProps = { offer: string; claim: ClaimView; onClose: () => void; onCame: (came: AddView) => void };

/** An offered badge: who offers it, what they learn if it is taken, and a yes. */
export function ClaimDialog({ offer, claim, onClose, onCame }: ClaimDialogProps) {
  const t = useText();
  const [code, setCode] = useState("");
  const { hosts, further, pin, wrong, later, take } = useClaim(offer, claim, onCame);
  const signsIn = claim.sends.includes("sign-in");
  const foot = (
    <>
      <Button autoFocus={pin === null} onPress={onClose}>
        {t(later === null ? "consent-not-now" : "ui-close")}
      </Button>
      {later === null && (
        <Button kind="primary" isPending={take.busy} onPress={() => void take.run(code)}>
          {t(further.length > 0 ? "claim-go-on" : "claim-take")}
        </Button>
      )}
    </>
  );
  return (
    <Dialog role="alertdialog" title={t("claim-title", { host: claim.host })} open onClose={onClose} foot={foot}>
      <ClaimFacts claim={claim} hosts={hosts} />
      {pin !== null && later === null && <ClaimPin pin={pin} wrong={wrong} value={code} onChange={setCode} />}
      {signsIn && <p className="muted">{t(take.busy ? "claim-in-browser" : "claim-signs-in", { host: claim.host })}</p>}
      {further.length > 0 && (
        <Callout tone="unsure" icon={Globe} level={3} title={t("claim-further")} role="status">
          <p>
            {further.map((host) => (
              <strong key={host} className="block">
                {host}
              </strong>
            ))}
          </p>
        </Callout>
      )}
      {later !== null && (
        <Callout tone="info" icon={Clock} level={3} title={t("claim-later")} role="status">
          <p>{t("claim-later-text", { host: later })}</p>
        </Callout>
      )}
      <FailureNote failure={take.failure} />
    </Dialog>
  );
}
