import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { FolderView, JobView, NewAccount } from "../backend/backend";
import { useBackend } from "../backend/context";
import { putJob } from "../backend/jobs";

/** Logs in once to see that it works, then keeps the account and begins to look through it. */
export function useNewAccount(onBegun: (job: JobView) => void) {
  const backend = useBackend();
  const client = useQueryClient();
  const [folders, setFolders] = useState<FolderView[] | null>(null);
  const signIn = useAction(async ({ account, secret }: { account: NewAccount; secret: string }) => {
    const found = await backend.tryAccount(account, secret);
    setFolders(found.filter(({ selectable }) => selectable));
    return true;
  });
  const begin = useAction(async ({ account, secret }: { account: NewAccount; secret: string }) => {
    const { id } = await backend.addAccount(account, secret);
    const job = await backend.scanAccount(id);
    putJob(client, job);
    onBegun(job);
  });
  return { folders, signIn, begin, failure: signIn.failure ?? begin.failure };
}
