import { Check, ChevronDown, type LucideIcon } from "lucide-react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select } from "react-aria-components";
import { look } from "./Button";

type ChooseProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { id: T; label: string }[];
  onChange: (value: T) => void;
  icon?: LucideIcon;
  /** The label is always read; it is shown only where nothing beside it says the same. */
  labelShown?: boolean;
  quiet?: boolean;
};

/** One of a few. */
export function Choose<T extends string>({
  label,
  value,
  options,
  onChange,
  icon: Icon,
  labelShown = false,
  quiet = false,
}: ChooseProps<T>) {
  return (
    <Select className="choose" value={value} onChange={(key) => onChange(key as T)}>
      <Label className={labelShown ? "field__label" : "vh"}>{label}</Label>
      <Button className={look({ kind: quiet ? "quiet" : "secondary" })}>
        {Icon && <Icon className="icon" />}
        <span>{options.find((option) => option.id === value)?.label}</span>
        <ChevronDown className="icon icon--sm" />
      </Button>
      <Popover className="menu" placement="bottom end" offset={4}>
        <ListBox className="menu__list" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu__item">
              <span className="grow">{option.label}</span>
              <Check className="icon icon--sm menu__tick" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
