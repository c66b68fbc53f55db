import { AtSign, Award, RefreshCw, Trash2 } from "lucide-react";
import type { AccountView } from "../backend/backend";
import { Button } from "../components/Button";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";

type AccountRowProps = { account: AccountView; busy: boolean; onScan: () => void; onRemove: () => void };

/** One account: where, who, and when it was last looked through. */
export function AccountRow({ account, busy, onScan, onRemove }: AccountRowProps) {
  const t = useText();
  const { locale } = useWords();
  const { host, user, kind, folder, scannedAt, unfinished } = account;
  const Icon = kind === "imap" ? AtSign : Award;
  const when = unfinished
    ? t("account-unfinished")
    : scannedAt === null
      ? t("account-never")
      : t("account-scanned", { date: moment(scannedAt, locale) });
  return (
    <li className="list__row">
      <Icon className="icon muted" />
      <span className="grow">
        <bdi>{user}</bdi>
        <span className="small muted block">
          {folder === null ? t("account-at", { host }) : t("account-at-folder", { host, folder })} {when}
        </span>
      </span>
      <Button kind="quiet" isPending={busy} aria-label={t("account-scan-of", { name: user })} onPress={onScan}>
        <RefreshCw className="icon" />
        {t("account-scan")}
      </Button>
      <Button kind="icon" aria-label={t("account-remove-of", { name: user })} onPress={onRemove}>
        <Trash2 className="icon" />
      </Button>
    </li>
  );
}
