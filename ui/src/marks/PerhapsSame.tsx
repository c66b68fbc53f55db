import type { BadgeCard } from "../backend/backend";
import { Say } from "../words/Say";

/** Badges that agree in everything but their id. Only the person can say whether they are the same. */
export function PerhapsSame({ cards }: { cards: readonly BadgeCard[] }) {
  return cards.map((card) => (
    <p key={card.id} className="muted perhaps-same">
      <Say
        id="perhaps-same"
        vars={{ name: card.name }}
        elems={{ badge: <a href={`#/badge/${card.id}`} dir="auto" /> }}
      />
    </p>
  ));
}
