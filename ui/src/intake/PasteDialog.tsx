import { type ClipboardEvent, useState } from "react";
import { useCopied } from "../backend/copied";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { Field } from "../components/Field";
import { useText } from "../words/context";

type PasteDialogProps = { onClose: () => void; onText: (text: string) => void; onFiles: (files: File[]) => void };

/** A place to paste into: the source of a mail, a badge as text, or a copied file. */
export function PasteDialog({ onClose, onText, onFiles }: PasteDialogProps) {
  const t = useText();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const copied = useCopied();
  const pasted = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length > 0) {
      event.preventDefault();
      onFiles(files);
    } else if (event.clipboardData.getData("text/plain") === "") void copied().then((some) => some && onClose());
  };
  const look = () => {
    setTried(true);
    if (text.trim() !== "") onText(text);
  };
  const foot = (
    <>
      <Button onPress={onClose}>{t("ui-cancel")}</Button>
      <Button kind="primary" onPress={look}>
        {t("paste-look")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("paste-title")} open onClose={onClose} foot={foot}>
      <div onPaste={pasted}>
        <Field
          label={t("paste-label")}
          hint={t("paste-hint")}
          value={text}
          onChange={setText}
          rows={8}
          autoFocus
          spellCheck="false"
          error={tried && text.trim() === "" ? t("paste-empty") : null}
        />
      </div>
    </Dialog>
  );
}
