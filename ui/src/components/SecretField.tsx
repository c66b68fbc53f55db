import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { useText } from "../words/context";
import { look } from "./Button";
import { Field } from "./Field";

type SecretFieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  autoComplete: "new-password" | "current-password";
  autoFocus?: boolean;
  name?: string;
  /** Shown state kept outside, where two fields show and hide together. */
  shown?: boolean;
};

/** A field for a secret: hidden at first, pasting allowed, shown on demand. */
export function SecretField({ label, hint, shown: outer, ...props }: SecretFieldProps) {
  const t = useText();
  const [own, setOwn] = useState(false);
  const shown = outer ?? own;
  const toggle = (
    <ToggleButton isSelected={shown} onChange={setOwn} className={look({ kind: "quiet" })}>
      {shown ? <EyeOff className="icon" /> : <Eye className="icon" />}
      {shown ? t("ui-hide") : t("ui-show")}
    </ToggleButton>
  );
  return (
    <Field
      {...props}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      type={shown ? "text" : "password"}
      autoCorrect="off"
      spellCheck="false"
      {...(outer === undefined ? { action: toggle } : {})}
    />
  );
}
