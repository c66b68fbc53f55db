import type { AccountView, Backend } from "../backend";
import { CHECKED_AT } from "./checks";
import type { Jobs } from "./jobs";
import { soon } from "./soon";
import { failure, type Store } from "./store";
import type { AddView } from "../backend";

type Part = Pick<
  Backend,
  "accounts" | "tryAccount" | "addAccount" | "setAccountSecret" | "removeAccount" | "scanAccount"
>;

/** Accounts; the secret "wrong" is. */
export const accounts = (store: Store, jobs: Jobs, look: () => AddView): Part => {
  let all: AccountView[] = [];
  const refuse = (secret: string) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
    if (secret === "wrong") throw failure("account.refused", { host: "mail.example" });
  };
  const told = <T>(value: T): T => {
    store.tell({ settings: true });
    return value;
  };
  return {
    accounts: () => soon(() => [...all]),
    tryAccount: (account, secret) =>
      soon(() => {
        refuse(secret);
        if (account.kind === "oeb") return [];
        return ["INBOX", "School", "Archive"].map((name) => ({ name, selectable: true }));
      }),
    addAccount: (account, secret) =>
      soon(() => {
        refuse(secret);
        const mail = account.kind === "imap" ? account : null;
        const added: AccountView = {
          id: store.next("account"),
          kind: account.kind,
          host: account.host ?? "api.openbadges.education",
          user: account.kind === "imap" ? account.user : account.client,
          port: mail?.port ?? null,
          login: mail?.login ?? null,
          folder: mail?.folder ?? null,
          since: mail?.since ?? null,
          before: mail?.before ?? null,
          addedAt: CHECKED_AT,
          scannedAt: null,
          unfinished: false,
        };
        all = [...all, added];
        return told(added);
      }),
    setAccountSecret: (_, secret) =>
      soon(() => {
        refuse(secret);
        return told(null);
      }),
    removeAccount: (id) =>
      soon(() => {
        all = all.filter((one) => one.id !== id);
        return told(null);
      }),
    scanAccount: (id) =>
      soon(() => {
        const account = all.find((one) => one.id === id);
        all = all.map((one) => (one.id === id ? { ...one, scannedAt: CHECKED_AT } : one));
        return jobs.begin("account", account?.user ?? "", 10, look);
      }),
  };
};
