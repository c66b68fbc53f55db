import type { ReactNode } from "react";
import { SwitchButton, SwitchField } from "react-aria-components";

type SwitchRowProps = {
  label: ReactNode;
  hint?: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
};

/** On or off, at once. The whole row is the label. */
export function SwitchRow({ label, hint, on, onChange, disabled = false }: SwitchRowProps) {
  return (
    <SwitchField isSelected={on} onChange={onChange} isDisabled={disabled}>
      <SwitchButton className="switchrow">
        <span className="switchrow__text">
          {label}
          {hint !== undefined && <span className="small">{hint}</span>}
        </span>
        <span className="switch" aria-hidden="true" />
      </SwitchButton>
    </SwitchField>
  );
}
