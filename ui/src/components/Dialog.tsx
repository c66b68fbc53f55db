import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../words/context";
import { Button } from "./Button";

type DialogProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons; the safe answer comes first. */
  foot?: ReactNode;
  role?: "dialog" | "alertdialog";
  wide?: boolean;
};

/** A sheet over the page. Escape closes it and focus returns to where it was. */
export function Dialog({ title, subtitle, open, onClose, children, foot, role = "dialog", wide = false }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      className="scrim"
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable={role === "dialog"}
    >
      <Modal className={wide ? "dialog dialog--wide" : "dialog"}>
        <AriaDialog role={role} className="dialog__frame">
          <div className="dialog__head">
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {subtitle !== undefined && <p className="muted">{subtitle}</p>}
            </div>
            {role === "dialog" && (
              <Button kind="icon" aria-label={t("ui-close")} onPress={onClose}>
                <X className="icon" />
              </Button>
            )}
          </div>
          <div className="dialog__body">{children}</div>
          {foot !== undefined && <div className="dialog__foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
