import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components";

type CheckBoxProps = { label: ReactNode; hint?: ReactNode; on: boolean; onChange: (on: boolean) => void };

export function CheckBox({ label, hint, on, onChange }: CheckBoxProps) {
  return (
    <CheckboxField isSelected={on} onChange={onChange}>
      <CheckboxButton className="check">
        <span className="check__box" aria-hidden="true">
          <Check className="icon icon--sm" />
        </span>
        <span>
          {label}
          {hint !== undefined && <span className="small">{hint}</span>}
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}
