import { Ellipsis, type LucideIcon } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button } from "./Button";

export type MoreItem = { id: string; label: string; icon: LucideIcon; run: () => void; danger?: boolean };

type MoreProps = { label: string; items: readonly MoreItem[]; shown?: string };

/** What is done seldom. Removing comes last. */
export function More({ label, items, shown }: MoreProps) {
  return (
    <MenuTrigger>
      {shown === undefined ? (
        <Button kind="icon" aria-label={label}>
          <Ellipsis className="icon" />
        </Button>
      ) : (
        <Button kind="quiet" block>
          <Ellipsis className="icon" />
          {shown}
        </Button>
      )}
      <Popover className="menu" placement="bottom end" offset={4}>
        <Menu className="menu__list" aria-label={label}>
          {items.map(({ id, label: word, icon: Icon, run, danger }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={word}
              onAction={run}
              className={danger ? "menu__item menu__item--bad" : "menu__item"}
            >
              <Icon className="icon" />
              {word}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
