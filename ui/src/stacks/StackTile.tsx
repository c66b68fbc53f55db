import { Link } from "react-aria-components";
import type { StackCard } from "../backend/backend";
import { BadgePicture } from "../marks/BadgePicture";
import { useHours } from "../marks/Hours";
import { useText } from "../words/context";

/** A stack in the list of stacks: its first pictures, its name, what it amounts to. */
export function StackTile({ stack }: { stack: StackCard }) {
  const t = useText();
  const hours = useHours();
  const amount = stack.minutes > 0 ? hours(stack.minutes) : null;
  return (
    <Link className="stacktile" href={`#/stacks/${stack.id}`}>
      <span className="stacktile__pictures">
        {stack.pictures.length === 0 ? (
          <BadgePicture picture={null} size={2.75} />
        ) : (
          stack.pictures
            .slice(0, 4)
            .map((picture, at) => <BadgePicture key={`${picture}-${at}`} picture={picture} size={2.75} />)
        )}
      </span>
      <span className="list__title" dir="auto">
        {stack.title}
      </span>
      {stack.description !== "" && (
        <span className="small muted" dir="auto">
          {stack.description}
        </span>
      )}
      <span className="small muted">
        {t("stacks-count", { count: stack.badges })}
        {amount !== null && <> · {amount}</>}
      </span>
    </Link>
  );
}
