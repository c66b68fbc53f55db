import { Download, ExternalLink, Layers, Share2, Trash2 } from "lucide-react";
import type { BadgeView } from "../backend/backend";
import { Button, ButtonLink } from "../components/Button";
import { More } from "../components/More";
import { BadgePicture } from "../marks/BadgePicture";
import { useText } from "../words/context";

export type AsideActs = { stack: () => void; save: () => void; linkedin: () => void; remove: () => void };

/** The picture, and what can be done with the badge. A badge that is not genuine is not handed out. */
export function Aside({ badge, acts }: { badge: BadgeView; acts: AsideActs }) {
  const t = useText();
  const { card } = badge;
  const bad = card.mark === "not-genuine" || card.mark === "damaged";
  const save = { id: "save", label: t("badge-save-copy"), icon: Download, run: acts.save };
  const linkedin = { id: "linkedin", label: t("badge-linkedin"), icon: ExternalLink, run: acts.linkedin };
  const remove = { id: "remove", label: t("badge-remove"), icon: Trash2, run: acts.remove, danger: true };
  return (
    <div className="detail__aside">
      <div className="plinth">
        <BadgePicture picture={card.picture} mark={card.mark} name={card.name} full />
      </div>
      <div className="stack stack--tight detail__acts">
        {!bad && (
          <ButtonLink block href={`#/portfolio/badge/${card.id}`}>
            <Share2 className="icon" />
            {t("badge-hand-out")}
          </ButtonLink>
        )}
        <Button kind="quiet" block onPress={acts.stack}>
          <Layers className="icon" />
          {t("badge-to-stack")}
        </Button>
        <More
          label={t("ui-more-for", { name: card.name })}
          shown={t("ui-more")}
          items={bad ? [save, remove] : [save, linkedin, remove]}
        />
      </div>
    </div>
  );
}
