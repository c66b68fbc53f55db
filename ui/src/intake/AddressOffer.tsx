import { AtSign } from "lucide-react";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Say } from "../words/Say";

/** Asked once: is the address that the mail was sent to yours? Then we can say which badges were given to you. */
export function AddressOffer({ address, onDone }: { address: string; onDone: () => void }) {
  const t = useText();
  const backend = useBackend();
  const add = useAction(async () => {
    await backend.addAddress(address);
    toast(t("offer-added", { address }));
    onDone();
  });
  return (
    <Callout tone="info" icon={AtSign} title={<Say id="offer-title" vars={{ address }} elems={{ address: <bdi /> }} />}>
      <p>{t("offer-text")}</p>
      <div className="row">
        <Button isPending={add.busy} onPress={() => void add.run(undefined)}>
          {t("offer-yes")}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t("offer-no")}
        </Button>
      </div>
      <FailureNote failure={add.failure} />
    </Callout>
  );
}
