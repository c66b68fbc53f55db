import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";

type FoldProps = { icon?: LucideIcon; title: ReactNode; level?: 2 | 3 | 4; open?: boolean; children: ReactNode };

/** A line that opens. The whole line is the button. */
export function Fold({ icon: Icon, title, level = 3, open = false, children }: FoldProps) {
  return (
    <Disclosure className="fold" defaultExpanded={open}>
      <Heading level={level} className="fold__heading">
        <Button slot="trigger" className="fold__summary">
          {Icon && <Icon className="icon" />}
          <span className="grow">{title}</span>
          <ChevronDown className="icon chev" />
        </Button>
      </Heading>
      <DisclosurePanel className="fold__panel">
        <div className="fold__body">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
