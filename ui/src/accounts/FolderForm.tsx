import { FolderSearch } from "lucide-react";
import { useState } from "react";
import type { FolderView } from "../backend/backend";
import { Button } from "../components/Button";
import { Choose } from "../components/Choose";
import { useText } from "../words/context";
import { type Period, PERIODS, since } from "./periods";

type FolderFormProps = {
  folders: readonly FolderView[];
  busy: boolean;
  onBegin: (folder: string, since: string | null) => void;
};

/** Which folder, and how far back. */
export function FolderForm({ folders, busy, onBegin }: FolderFormProps) {
  const t = useText();
  const inbox = folders.find(({ name }) => name.toUpperCase() === "INBOX") ?? folders[0];
  const [folder, setFolder] = useState(inbox?.name ?? "INBOX");
  const [period, setPeriod] = useState<Period>("3");
  const names = folders.map(({ name }) => ({ id: name, label: name === "INBOX" ? t("account-inbox") : name }));
  return (
    <div className="stack">
      <p role="status">{t("account-signed-in")}</p>
      <Choose label={t("account-folder")} labelShown value={folder} options={names} onChange={setFolder} />
      <Choose
        label={t("account-period")}
        labelShown
        value={period}
        options={PERIODS.map((id) => ({ id, label: t(`account-period-${id}`) }))}
        onChange={setPeriod}
      />
      <p className="small muted measure">{t("account-reads")}</p>
      <div className="row">
        <Button kind="primary" autoFocus isPending={busy} onPress={() => onBegin(folder, since(period, new Date()))}>
          <FolderSearch className="icon" />
          {t("account-begin")}
        </Button>
      </div>
    </div>
  );
}
