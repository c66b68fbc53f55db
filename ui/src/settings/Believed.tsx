import { type LucideIcon, Trash2 } from "lucide-react";
import { Button } from "../components/Button";

export type BelievedOne = { id: string; name: string; hint: string };

type BelievedProps = {
  icon: LucideIcon;
  all: readonly BelievedOne[];
  /** What stands there where there is none. */
  none: string;
  removeLabel: (name: string) => string;
  onRemove: (one: BelievedOne) => void;
};

/** Those the person believes, each to be taken away. */
export function Believed({ icon: Icon, all, none, removeLabel, onRemove }: BelievedProps) {
  if (all.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul className="list">
      {all.map((one) => (
        <li className="list__row" key={one.id}>
          <Icon className="icon" />
          <span className="grow">
            <bdi>{one.name}</bdi>
            <span className="small muted block">{one.hint}</span>
          </span>
          <Button kind="icon" aria-label={removeLabel(one.name)} onPress={() => onRemove(one)}>
            <Trash2 className="icon" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
