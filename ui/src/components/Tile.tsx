import type { LucideIcon } from "lucide-react";
import { Button, Link } from "react-aria-components";

type TileProps = { icon: LucideIcon; title: string; children: string; big?: boolean } & (
  { href: string } | { onPress: () => void }
);

/** A large choice: icon, what it does, one line more. */
export function Tile({ icon: Icon, title, children, big = false, ...to }: TileProps) {
  const className = big ? "tile tile--big" : "tile";
  const inside = (
    <>
      <Icon className="icon" />
      <span>
        <strong>{title}</strong>
        <span className="small">{children}</span>
      </span>
    </>
  );
  if ("href" in to)
    return (
      <Link className={className} href={to.href}>
        {inside}
      </Link>
    );
  return (
    <Button className={className} onPress={to.onPress}>
      {inside}
    </Button>
  );
}
