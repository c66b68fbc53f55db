import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import type { BadgeCard } from "../backend/backend";
import { Announce } from "../components/Announce";
import { Button } from "../components/Button";
import { BadgeLine } from "../marks/BadgeLine";
import { MarkStatus } from "../marks/MarkStatus";
import { useText } from "../words/context";
import { between, swapped } from "./order";

type StackOrderProps = {
  label: string;
  items: readonly BadgeCard[];
  onOrder: (ids: string[]) => void;
  onTakeOut: (card: BadgeCard) => void;
};
type RowProps = { card: BadgeCard; at: number; count: number; onMove: (by: -1 | 1) => void; onTakeOut: () => void };

function Row({ card, at, count, onMove, onTakeOut }: RowProps) {
  const t = useText();
  return (
    <GridListItem id={card.id} textValue={`${card.name}, ${card.issuer}`} className="order">
      <AriaButton slot="drag" className="btn btn--icon order__grip" aria-label={t("stack-drag", { name: card.name })}>
        <GripVertical className="icon" />
      </AriaButton>
      <span className="order__n">{at + 1}</span>
      <span className="order__badge">
        <BadgeLine card={card} href={`#/badge/${card.id}`} />
      </span>
      <MarkStatus mark={card.mark} />
      <span className="row row--nowrap order__acts">
        <Button
          kind="icon"
          aria-label={t("stack-up", { name: card.name })}
          isDisabled={at === 0}
          onPress={() => onMove(-1)}
        >
          <ArrowUp className="icon" />
        </Button>
        <Button
          kind="icon"
          aria-label={t("stack-down", { name: card.name })}
          isDisabled={at === count - 1}
          onPress={() => onMove(1)}
        >
          <ArrowDown className="icon" />
        </Button>
        <Button kind="icon" aria-label={t("stack-out", { name: card.name })} onPress={onTakeOut}>
          <X className="icon" />
        </Button>
      </span>
    </GridListItem>
  );
}

/** The badges of a stack in their order: dragged, or moved by buttons; each move is said. */
export function StackOrder({ label, items, onOrder, onTakeOut }: StackOrderProps) {
  const t = useText();
  const [said, setSaid] = useState("");
  const ids = items.map((card) => card.id);
  const order = (next: string[], moved: string) => {
    const card = items.find((one) => one.id === moved);
    if (card !== undefined)
      setSaid(t("stack-moved", { name: card.name, at: next.indexOf(moved) + 1, count: next.length }));
    onOrder(next);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = [...keys].map(String);
      const first = moved[0];
      if (first !== undefined && target.dropPosition !== "on")
        order(between(ids, moved, String(target.key), target.dropPosition), first);
    },
  });
  return (
    <>
      <GridList
        aria-label={label}
        className="list"
        items={items}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[ids.join()]}
      >
        {(card) => (
          <Row
            card={card}
            at={ids.indexOf(card.id)}
            count={ids.length}
            onMove={(by) => order(swapped(ids, ids.indexOf(card.id), by), card.id)}
            onTakeOut={() => onTakeOut(card)}
          />
        )}
      </GridList>
      <Announce text={said} />
    </>
  );
}
