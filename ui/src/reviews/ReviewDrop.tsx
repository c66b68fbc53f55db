import { FolderOpen, ScanSearch } from "lucide-react";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { Drop } from "../components/Drop";
import { useText } from "../words/context";

type ReviewDropProps = {
  busy: boolean;
  onChoose: () => void;
  onFiles: (files: File[]) => void;
  onText: (text: string) => void;
};

/** Where somebody's page or badge goes in, before anything is open. */
export function ReviewDrop({ busy, onChoose, onFiles, onText }: ReviewDropProps) {
  const t = useText();
  return (
    <div className="stack">
      <Drop label={t("review-drop")} onFiles={onFiles} onText={onText}>
        <span className="bubble">
          <ScanSearch className="icon icon--xl" />
        </span>
        <h2>{t("review-drop")}</h2>
        <p className="muted measure">{t("review-drop-text")}</p>
        <Button kind="primary" isPending={busy} onPress={onChoose}>
          <FolderOpen className="icon" />
          {t("review-choose")}
        </Button>
      </Drop>
      <Callout tone="info" icon={ScanSearch} title={t("review-how")}>
        <p>{t("review-how-text")}</p>
      </Callout>
    </div>
  );
}
