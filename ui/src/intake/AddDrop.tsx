import { ClipboardPaste, Download, FolderOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/Button";
import { Drop } from "../components/Drop";
import { useText } from "../words/context";
import { PasteDialog } from "./PasteDialog";
import type { Adding } from "./useAdding";

/** Drop, choose or paste: three ways to the same. */
export function AddDrop({ adding }: { adding: Adding }) {
  const t = useText();
  const [pasting, setPasting] = useState(false);
  return (
    <Drop snug label={t("add-drop")} onFiles={adding.files} onText={adding.text}>
      <span className="bubble">
        <Download className="icon icon--xl" />
      </span>
      <h2>{t("add-drop")}</h2>
      <p className="muted">{t("add-drop-text")}</p>
      <div className="row row--center">
        <Button kind={adding.result === null ? "primary" : "secondary"} isPending={adding.busy} onPress={adding.choose}>
          <FolderOpen className="icon" />
          {t("add-choose")}
        </Button>
        <Button onPress={() => setPasting(true)}>
          <ClipboardPaste className="icon" />
          {t("add-paste")}
        </Button>
      </div>
      {pasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onText={(text) => {
            setPasting(false);
            adding.text(text);
          }}
          onFiles={(files) => {
            setPasting(false);
            adding.files(files);
          }}
        />
      )}
    </Drop>
  );
}
