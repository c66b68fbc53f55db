import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { AccountView, JobView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { putJob } from "../backend/jobs";
import { useAccounts } from "../backend/queries";
import { Confirm } from "../components/Confirm";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { AccountRow } from "./AccountRow";

/** All accounts; each can be looked through again, or forgotten with its password. */
export function AccountList({ onBegun }: { onBegun: (job: JobView) => void }) {
  const t = useText();
  const backend = useBackend();
  const client = useQueryClient();
  const { data: accounts = [] } = useAccounts();
  const [leaving, setLeaving] = useState<AccountView | null>(null);
  const scan = useAction(async (id: string) => {
    const job = await backend.scanAccount(id);
    putJob(client, job);
    onBegun(job);
  });
  const remove = useAction(async (account: AccountView) => {
    await backend.removeAccount(account.id);
    toast(t("account-removed", { name: account.user }));
  });
  const close = () => setLeaving(null);
  return (
    <>
      <FailureNote failure={scan.failure ?? remove.failure} />
      {accounts.length === 0 && <p className="muted">{t("account-none")}</p>}
      <ul className="list">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            busy={scan.busy}
            onScan={() => void scan.run(account.id)}
            onRemove={() => setLeaving(account)}
          />
        ))}
      </ul>
      <Confirm
        open={leaving !== null}
        title={t("account-remove-title", { name: leaving?.user ?? "" })}
        keep={t("settings-keep")}
        remove={t("account-remove")}
        busy={remove.busy}
        onClose={close}
        onConfirm={() => void (leaving !== null && remove.run(leaving).then(close))}
      >
        <p>{t("account-remove-text")}</p>
      </Confirm>
    </>
  );
}
