import { GridLayout, GridList, GridListItem, Size, Virtualizer } from "react-aria-components";
import type { BadgeCard } from "../backend/backend";
import { BadgePicture } from "../marks/BadgePicture";
import { markWord } from "../marks/marks";
import { MarkStatus } from "../marks/MarkStatus";
import { useText } from "../words/context";
import { MANY } from "./many";

function Card({ card }: { card: BadgeCard }) {
  const t = useText();
  return (
    <GridListItem
      id={card.id}
      href={`#/badge/${card.id}`}
      className="card"
      textValue={`${card.name}, ${card.issuer}, ${t(markWord(card.mark))}`}
    >
      <span className="plinth">
        <BadgePicture picture={card.picture} mark={card.mark} />
      </span>
      <span className="card__text">
        <span className="card__name" dir="auto">
          {card.name}
        </span>
        <span className="card__issuer" dir="auto">
          {card.issuer}
        </span>
        <MarkStatus mark={card.mark} />
      </span>
    </GridListItem>
  );
}

/** Badges as cards: picture, name, issuer, mark, nothing else. Only what is seen is drawn once there are many. */
export function BadgeGrid({ items }: { items: readonly BadgeCard[] }) {
  const t = useText();
  const list = (className: string) => (
    <GridList aria-label={t("backpack-badges")} layout="grid" className={className} items={items}>
      {(card) => <Card card={card} />}
    </GridList>
  );
  if (items.length < MANY) return list("grid");
  return (
    <Virtualizer
      layout={GridLayout}
      layoutOptions={{
        minItemSize: new Size(200, 280),
        maxItemSize: new Size(300, Infinity),
        minSpace: new Size(24, 32),
      }}
    >
      {list("grid--virtual")}
    </Virtualizer>
  );
}
