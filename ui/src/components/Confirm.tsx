import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

type ConfirmProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The safe answer ("Keep it") and the other one ("Remove"). */
  keep: string;
  remove: string;
  busy?: boolean;
  children: ReactNode;
};

/** Asks before something is removed. The safe answer has the focus. */
export function Confirm({ title, open, onClose, onConfirm, keep, remove, busy = false, children }: ConfirmProps) {
  const foot = (
    <>
      <Button autoFocus onPress={onClose}>
        {keep}
      </Button>
      <Button kind="danger" onPress={onConfirm} isPending={busy}>
        <Trash2 className="icon" />
        {remove}
      </Button>
    </>
  );
  return (
    <Dialog title={title} open={open} onClose={onClose} role="alertdialog" foot={foot}>
      {children}
    </Dialog>
  );
}
