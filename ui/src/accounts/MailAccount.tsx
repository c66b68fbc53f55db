import { useState } from "react";
import type { JobView, NewAccount } from "../backend/backend";
import { FailureNote } from "../marks/FailureNote";
import { FolderForm } from "./FolderForm";
import { MailForm } from "./MailForm";
import type { MailEntry } from "./useMailEntry";
import { useNewAccount } from "./useNewAccount";

const accountOf = (entry: MailEntry, folder: string | null, since: string | null): NewAccount => ({
  kind: "imap",
  host: entry.host,
  port: entry.port === "" ? null : Number(entry.port),
  user: entry.user.trim(),
  login: entry.login ?? "password",
  folder,
  since,
  before: null,
});

/** A mailbox elsewhere, in two steps: sign in, then say which folder. */
export function MailAccount({ onBegun }: { onBegun: (job: JobView) => void }) {
  const { folders, signIn, begin, failure } = useNewAccount(onBegun);
  const [entry, setEntry] = useState<MailEntry | null>(null);
  const enter = (typed: MailEntry) => {
    setEntry(typed);
    void signIn.run({ account: accountOf(typed, null, null), secret: typed.secret });
  };
  return (
    <div className="stack">
      <FailureNote failure={failure} />
      {entry === null || folders === null ? (
        <MailForm busy={signIn.busy} onSignIn={enter} />
      ) : (
        <FolderForm
          folders={folders}
          busy={begin.busy}
          onBegin={(folder, since) =>
            void begin.run({ account: accountOf(entry, folder, since), secret: entry.secret })
          }
        />
      )}
    </div>
  );
}
