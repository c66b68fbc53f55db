import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

type Option<T extends string> = { id: T; label: string; icon?: LucideIcon };
type SegmentedProps<T extends string> = {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
};

/** Two or three ways to see the same thing. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(chosen) => onChange([...chosen][0] as T)}
    >
      {options.map(({ id, label: word, icon: Icon }) => (
        <ToggleButton key={id} id={id} className="seg__item">
          {Icon && <Icon className="icon" />}
          {word}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
