import { ClipboardCheck, LockKeyhole } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { useAction } from "../backend/action";
import type { AppStatus } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button, ButtonLink } from "../components/Button";
import { PageTitle } from "../components/Page";
import { SecretField } from "../components/SecretField";
import { useText, useWords } from "../words/context";
import { FailureNote } from "../marks/FailureNote";
import { Stage } from "./Stage";
import { useRefreshStatus } from "./useRefreshStatus";

type Open = { run: (passphrase: string | null) => Promise<unknown>; busy: boolean };

function ByPassphrase({ open, mistake }: { open: Open; mistake: string | null }) {
  const t = useText();
  const [passphrase, setPassphrase] = useState("");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void open.run(passphrase);
  };
  return (
    <Form className="stack" onSubmit={submit}>
      <SecretField
        label={t("lock-passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
        autoFocus
        error={mistake}
      />
      <Button kind="primary" block type="submit" isPending={open.busy}>
        {t("lock-open")}
      </Button>
    </Form>
  );
}

/** The locked backpack: by the system's key, or by the passphrase. */
export function Lock({ status, chooseLocale }: { status: AppStatus; chooseLocale: (locale: string) => void }) {
  const t = useText();
  const words = useWords();
  const backend = useBackend();
  const refreshed = useRefreshStatus();
  const open = useAction(async (passphrase: string | null) => refreshed(await backend.unlock(passphrase)));
  const byKeyring = status.keyring && status.slots.includes("keyring");
  const byPassphrase = status.slots.includes("passphrase") || !byKeyring;
  const mistake = open.failure === null ? null : words.code(open.failure.code, open.failure.args);
  return (
    <Stage chooseLocale={chooseLocale}>
      <div className="stage__card stage__card--lock">
        <span className="bubble">
          <LockKeyhole className="icon icon--lg" />
        </span>
        <PageTitle focus={!byPassphrase}>{t("lock-title")}</PageTitle>
        {byKeyring && <p className="muted">{t("lock-keyring")}</p>}
        {byKeyring && (
          <Button kind="primary" block isPending={open.busy} onPress={() => void open.run(null)}>
            {t("lock-keyring-open")}
          </Button>
        )}
        {!byPassphrase && <FailureNote failure={open.failure} />}
        {byPassphrase && (
          <ByPassphrase
            open={open}
            mistake={mistake === null ? null : [mistake.message, mistake.next].filter(Boolean).join(" ")}
          />
        )}
        <ButtonLink kind="quiet" block href="#/review">
          <ClipboardCheck className="icon" />
          {t("lock-other")}
        </ButtonLink>
      </div>
    </Stage>
  );
}
