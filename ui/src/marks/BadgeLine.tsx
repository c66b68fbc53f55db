import type { BadgeCard } from "../backend/backend";
import { BadgePicture } from "./BadgePicture";
import { useHours } from "./Hours";

/** Picture, name, issuer and hours on one line, as lists show a badge. */
export function BadgeLine({ card, href }: { card: BadgeCard; href?: string }) {
  const hours = useHours();
  const amount = hours(card.minutes, true);
  return (
    <>
      <BadgePicture picture={card.picture} mark={card.mark} size={3} />
      <span className="grow">
        <span className="list__title block" dir="auto">
          {href === undefined ? (
            card.name
          ) : (
            <a className="plainlink" href={href}>
              {card.name}
            </a>
          )}
        </span>
        <span className="small muted">
          <bdi>{card.issuer}</bdi>
          {amount !== null && <> · {amount}</>}
        </span>
      </span>
    </>
  );
}
