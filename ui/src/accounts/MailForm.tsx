import { AtSign } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { SecretField } from "../components/SecretField";
import { useText } from "../words/context";
import { MailMore } from "./MailMore";
import { type MailEntry, useMailEntry } from "./useMailEntry";

type MailFormProps = { busy: boolean; onSignIn: (entry: MailEntry) => void };

/** Where the mailbox is and who reads it. Whoever presses the button has seen the name of the host on it. */
export function MailForm({ busy, onSignIn }: MailFormProps) {
  const t = useText();
  const { entry, host, secret, change, odd } = useMailEntry();
  const [tried, setTried] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (odd === null) onSignIn({ ...entry, host });
  };
  const wrong = (field: string) => (tried && odd === field ? t(`account-odd-${field}`) : null);
  return (
    <Form className="stack" onSubmit={submit} validationBehavior="aria">
      <Field
        label={t("account-address")}
        type="email"
        autoComplete="email"
        value={entry.user}
        onChange={(user) => change({ user })}
        error={wrong("user")}
        autoFocus
      />
      <SecretField
        label={t(`account-secret-${secret}`)}
        hint={t(`account-secret-${secret}-hint`)}
        value={entry.secret}
        onChange={(text) => change({ secret: text })}
        autoComplete="current-password"
        error={wrong("secret")}
      />
      <MailMore entry={entry} host={host} onChange={change} wrong={wrong("host")} />
      <p className="small muted measure">{t("account-learn", { host: host === "" ? t("account-host-some") : host })}</p>
      <div className="row">
        <Button type="submit" kind="primary" isPending={busy}>
          <AtSign className="icon" />
          {host === "" ? t("account-sign-in") : t("account-sign-in-at", { host })}
        </Button>
      </div>
    </Form>
  );
}
