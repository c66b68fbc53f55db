import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Heading, Link, OverlayArrow, Popover } from "react-aria-components";

type ExplainProps = { title: string; text: string; more: { href: string; label: string }; children: ReactNode };

/** A word with a dotted line under it: opens what it means, where it stands. */
export function Explain({ title, text, more, children }: ExplainProps) {
  return (
    <DialogTrigger>
      <Button className="term">{children}</Button>
      {/* The hidden buttons that close it for screen readers stand in it, too: so the whole of it is a region. */}
      <Popover
        className="explain"
        placement="bottom start"
        offset={6}
        render={(props) => <div {...props} role="region" aria-label={title} />}
      >
        <OverlayArrow className="explain__arrow" />
        <Dialog className="explain__box">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <p>{text}</p>
              <Link href={more.href} className="small" onPress={close}>
                {more.label}
              </Link>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
