import { FileText, Link2, TextQuote } from "lucide-react";
import { useState } from "react";
import { Dialog } from "../components/Dialog";
import { Segmented } from "../components/Segmented";
import { toast } from "../components/toasts";
import { useText } from "../words/context";
import { AddFile } from "./AddFile";
import { AddLink } from "./AddLink";
import { AddText } from "./AddText";

type Kind = "file" | "link" | "text";

/** A file, a link or a few sentences. It is kept locked with the badge, and goes out only if the person says so. */
export function AddEvidence({ badge, onClose }: { badge: string; onClose: () => void }) {
  const t = useText();
  const [kind, setKind] = useState<Kind>("file");
  const done = () => {
    toast(t("evidence-attached"));
    onClose();
  };
  const Form = { file: AddFile, link: AddLink, text: AddText }[kind];
  return (
    <Dialog title={t("evidence-add")} subtitle={t("evidence-add-lead")} open onClose={onClose}>
      <Segmented
        label={t("evidence-kind")}
        value={kind}
        onChange={setKind}
        options={[
          { id: "file", label: t("evidence-kind-file"), icon: FileText },
          { id: "link", label: t("evidence-kind-link"), icon: Link2 },
          { id: "text", label: t("evidence-kind-text"), icon: TextQuote },
        ]}
      />
      <Form badge={badge} onDone={done} />
    </Dialog>
  );
}
