import type { PinView } from "../backend/backend";
import { Field } from "../components/Field";
import { useText } from "../words/context";

type ClaimPinProps = { pin: PinView; wrong: boolean; value: string; onChange: (value: string) => void };

/** The code that the issuer gave the person by another way. What the issuer says of it is foreign text. */
export function ClaimPin({ pin, wrong, value, onChange }: ClaimPinProps) {
  const t = useText();
  const hint = (
    <>
      {t(pin.length === null ? "claim-pin-hint" : "claim-pin-hint-length", { length: pin.length ?? 0 })}
      {pin.description !== null && <bdi className="block">{t("claim-pin-said", { text: pin.description })}</bdi>}
    </>
  );
  return (
    <Field
      label={t("claim-pin")}
      hint={hint}
      value={value}
      onChange={onChange}
      inputMode={pin.digits ? "numeric" : "text"}
      autoComplete="one-time-code"
      autoFocus
      error={wrong ? t("claim-pin-wrong") : null}
    />
  );
}
