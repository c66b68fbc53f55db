import type { ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

type Chip<T extends string> = { id: T; label: ReactNode; count?: number };
type ChipsProps<T extends string> = {
  label: string;
  value: T;
  chips: readonly Chip<T>[];
  onChange: (value: T) => void;
};

/** Filters of which one holds. */
export function Chips<T extends string>({ label, value, chips, onChange }: ChipsProps<T>) {
  return (
    <ToggleButtonGroup
      className="chips"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(chosen) => onChange([...chosen][0] as T)}
    >
      {chips.map((chip) => (
        <ToggleButton key={chip.id} id={chip.id} className="chip">
          {chip.label}
          {chip.count !== undefined && <span className="num">{chip.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
