import { EyeOff, Layers, Plus, X } from "lucide-react";
import type { BadgeCard } from "../backend/backend";
import { Button } from "../components/Button";
import { More } from "../components/More";
import { BadgePicture } from "../marks/BadgePicture";
import { MarkStatus } from "../marks/MarkStatus";
import { useText } from "../words/context";

type ShownProps = {
  cards: readonly BadgeCard[];
  leftOut: number;
  stacks: readonly { id: string; title: string }[];
  onAdd: () => void;
  onStack: (id: string) => void;
  onTakeOut: (id: string) => void;
};

function ShownRow({ card, onTakeOut }: { card: BadgeCard; onTakeOut: () => void }) {
  const t = useText();
  return (
    <li className="list__row">
      <BadgePicture picture={card.picture} mark={card.mark} size={2.5} />
      <span className="grow">
        <span className="list__title block" dir="auto">
          {card.name}
        </span>
        <MarkStatus mark={card.mark} pill={false} />
      </span>
      <Button kind="icon" aria-label={t("portfolio-take-out", { name: card.name })} onPress={onTakeOut}>
        <X className="icon" />
      </Button>
    </li>
  );
}

/** What goes out, badge by badge, and how many stay here. */
export function Shown({ cards, leftOut, stacks, onAdd, onStack, onTakeOut }: ShownProps) {
  const t = useText();
  return (
    <section>
      <div className="section__head compose__head">
        <h2>{t("portfolio-shown")}</h2>
        <span className="push row row--nowrap">
          <Button kind="quiet" onPress={onAdd}>
            <Plus className="icon" />
            {t("portfolio-add")}
          </Button>
          {stacks.length > 0 && (
            <More
              label={t("portfolio-choose-stack")}
              items={stacks.map(({ id, title }) => ({ id, label: title, icon: Layers, run: () => onStack(id) }))}
            />
          )}
        </span>
      </div>
      {cards.length === 0 ? (
        <p className="muted">{t("portfolio-none")}</p>
      ) : (
        <ul className="list">
          {cards.map((card) => (
            <ShownRow key={card.id} card={card} onTakeOut={() => onTakeOut(card.id)} />
          ))}
        </ul>
      )}
      <p className="compose__left-out muted">
        <EyeOff className="icon icon--sm" />
        {t("portfolio-left-out", { count: leftOut })}
      </p>
    </section>
  );
}
