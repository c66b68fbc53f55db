import type { Failure } from "../backend/backend";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { NewPassphrase } from "./NewPassphrase";

type PassphraseDialogProps = {
  open: boolean;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onChosen: (passphrase: string) => void;
};

/** A passphrase as a second way into the backpack. */
export function PassphraseDialog({ open, busy, failure, onClose, onChosen }: PassphraseDialogProps) {
  const t = useText();
  return (
    <Dialog title={t("settings-passphrase-title")} open={open} onClose={onClose}>
      <FailureNote failure={failure} />
      <NewPassphrase
        onChosen={onChosen}
        buttons={
          <div className="row row--end">
            <Button onPress={onClose}>{t("settings-cancel")}</Button>
            <Button kind="primary" type="submit" isPending={busy}>
              {t("settings-passphrase-add")}
            </Button>
          </div>
        }
      />
    </Dialog>
  );
}
