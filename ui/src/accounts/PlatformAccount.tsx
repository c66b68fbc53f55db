import { Award } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import type { JobView, NewAccount } from "../backend/backend";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { SecretField } from "../components/SecretField";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { useNewAccount } from "./useNewAccount";

/** The platform whose way to hand out such keys is described here. */
const OEB = "api.openbadges.education";

/** An account at a badge platform: two keys that the platform makes for this. */
export function PlatformAccount({ onBegun }: { onBegun: (job: JobView) => void }) {
  const t = useText();
  const { signIn, begin, failure } = useNewAccount(onBegun);
  const [client, setClient] = useState("");
  const [secret, setSecret] = useState("");
  const [host, setHost] = useState("");
  const [tried, setTried] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (client.trim() === "" || secret === "") return;
    const account: NewAccount = { kind: "oeb", client: client.trim(), host: host.trim() === "" ? null : host.trim() };
    if ((await signIn.run({ account, secret })) === true) await begin.run({ account, secret });
  };
  const missing = (text: string) => (tried && text.trim() === "" ? t("account-odd-key") : null);
  const named = host.trim() === "" ? OEB : host.trim();
  return (
    <Form className="stack" onSubmit={(event) => void submit(event)} validationBehavior="aria">
      <FailureNote failure={failure} />
      <p className="measure">{t("account-oeb-how")}</p>
      <Field
        label={t("account-client")}
        value={client}
        onChange={setClient}
        error={missing(client)}
        spellCheck="false"
      />
      <SecretField
        label={t("account-client-secret")}
        value={secret}
        onChange={setSecret}
        autoComplete="current-password"
        error={missing(secret)}
      />
      <Field
        label={t("account-platform")}
        hint={t("account-platform-hint")}
        value={host}
        onChange={setHost}
        placeholder={OEB}
      />
      <p className="small muted measure">{t("account-oeb-learn", { host: named })}</p>
      <div className="row">
        <Button type="submit" kind="primary" isPending={signIn.busy || begin.busy}>
          <Award className="icon" />
          {t("account-oeb-begin", { host: named })}
        </Button>
      </div>
    </Form>
  );
}
