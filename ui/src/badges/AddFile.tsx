import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import { given } from "../backend/base64";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Drop } from "../components/Drop";
import { Field } from "../components/Field";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

export type AddFormProps = { badge: string; onDone: () => void };

/** A file as evidence: dropped, or chosen in the system's own dialog. */
export function AddFile({ badge, onDone }: AddFormProps) {
  const t = useText();
  const backend = useBackend();
  const [caption, setCaption] = useState("");
  const choose = useAction(async () => {
    if ((await backend.chooseEvidence(badge, caption)) !== null) onDone();
  });
  const drop = useAction(async (files: File[]) => {
    for (const file of files) await backend.addEvidenceFile(badge, await given(file), caption);
    onDone();
  });
  return (
    <>
      <Field label={t("evidence-caption")} hint={t("evidence-caption-hint")} value={caption} onChange={setCaption} />
      <Drop snug label={t("evidence-drop")} onFiles={(files) => void drop.run(files)} onText={() => undefined}>
        <p className="muted">{t("evidence-drop")}</p>
        <Button kind="primary" isPending={choose.busy || drop.busy} onPress={() => void choose.run(undefined)}>
          <FolderOpen className="icon" />
          {t("evidence-choose")}
        </Button>
      </Drop>
      <FailureNote failure={choose.failure ?? drop.failure} />
    </>
  );
}
