import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { SecretField } from "../components/SecretField";
import { useText } from "../words/context";
import { LEAST_SIGNS, type Strength, strengthOf } from "./strength";

const LOOK: Record<Strength, { icon: typeof CircleX; tone: string }> = {
  short: { icon: CircleX, tone: "past" },
  weak: { icon: TriangleAlert, tone: "unsure" },
  fair: { icon: CircleCheck, tone: "good" },
  strong: { icon: CircleCheck, tone: "good" },
};

function StrengthLine({ passphrase }: { passphrase: string }) {
  const t = useText();
  const strength = strengthOf(passphrase);
  const { icon: Icon, tone } = LOOK[strength];
  return (
    <p className={`status tone-${tone}`} role="status">
      {passphrase !== "" && (
        <>
          <Icon className="icon" />
          {t(`make-${strength}`, { least: LEAST_SIGNS })}
        </>
      )}
    </p>
  );
}

/** Choosing a passphrase: twice, with its strength in words. The mistake is named after the attempt. */
export function NewPassphrase({ onChosen, buttons }: { onChosen: (passphrase: string) => void; buttons: ReactNode }) {
  const t = useText();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [tried, setTried] = useState(false);
  const tooShort = strengthOf(first) === "short";
  const differ = first !== second;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!tooShort && !differ) onChosen(first);
  };
  return (
    <Form className="stack" onSubmit={submit}>
      <div className="stack stack--tight">
        <SecretField
          label={t("make-passphrase")}
          hint={t("make-passphrase-hint")}
          value={first}
          onChange={setFirst}
          autoComplete="new-password"
          autoFocus
          error={tried && tooShort ? t("make-short", { least: LEAST_SIGNS }) : null}
        />
        <StrengthLine passphrase={first} />
      </div>
      <SecretField
        label={t("make-again")}
        value={second}
        onChange={setSecond}
        autoComplete="new-password"
        error={tried && !tooShort && differ ? t("make-differ") : null}
      />
      <p className="small muted">{t("make-lost")}</p>
      {buttons}
    </Form>
  );
}
