import { Choose } from "../components/Choose";
import { Field } from "../components/Field";
import { useText } from "../words/context";
import type { MailEntry } from "./useMailEntry";

type MailMoreProps = {
  entry: MailEntry;
  host: string;
  onChange: (part: Partial<MailEntry>) => void;
  wrong: string | null;
};

/** The server, where the address does not tell it or tells it wrongly. */
export function MailMore({ entry, host, onChange, wrong }: MailMoreProps) {
  const t = useText();
  const logins = (["password", "token"] as const).map((id) => ({ id, label: t(`account-login-${id}`) }));
  return (
    <>
      <Field
        label={t("account-host")}
        hint={t("account-host-hint")}
        value={entry.host}
        onChange={(typed) => onChange({ host: typed })}
        placeholder={host}
        error={wrong}
        spellCheck="false"
      />
      <div className="row">
        <Field
          label={t("account-port")}
          inputMode="numeric"
          placeholder="993"
          value={entry.port}
          onChange={(port) => onChange({ port: port.replace(/\D/gu, "").slice(0, 5) })}
        />
        <Choose
          label={t("account-login")}
          labelShown
          value={entry.login ?? "password"}
          options={logins}
          onChange={(login) => onChange({ login })}
        />
      </div>
    </>
  );
}
