import { useState } from "react";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { BadgePicker } from "../marks/BadgePicker";
import { useText } from "../words/context";

type AddToStackProps = {
  open: boolean;
  already: readonly string[];
  busy: boolean;
  onClose: () => void;
  onAdd: (ids: string[]) => void;
};

/** Choosing badges of the backpack that are not in the stack yet. */
export function AddToStack({ open, already, busy, onClose, onAdd }: AddToStackProps) {
  const t = useText();
  const [chosen, setChosen] = useState<string[]>([]);
  const foot = (
    <>
      <Button onPress={onClose}>{t("stack-cancel")}</Button>
      <Button kind="primary" isPending={busy} isDisabled={chosen.length === 0} onPress={() => onAdd(chosen)}>
        {t("stack-add-do", { count: chosen.length })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("stack-add-title")} open={open} onClose={onClose} foot={foot} wide>
      <BadgePicker label={t("stack-add-title")} chosen={chosen} onChange={setChosen} leaveOut={already} />
    </Dialog>
  );
}
