import { Award, CircleX, Inbox } from "lucide-react";
import { useEffect, useRef } from "react";
import type { AddView } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { useText } from "../words/context";
import { useSentence } from "../words/useSentence";

/** What lay behind a link: said where the link stood. */
export function LinkCame({ came }: { came: AddView }) {
  const t = useText();
  const say = useSentence();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => line.current?.focus(), [came]);
  const found = came.inputs.reduce((all, input) => all + input.found.length, 0);
  const known = came.inputs.reduce((all, input) => all + input.known.length, 0);
  const reasons = came.inputs.flatMap((input) => (input.failure === null ? [] : [say(input.failure)]));
  return (
    <div className="stack stack--tight" role="status" tabIndex={-1} ref={line}>
      {found > 0 && (
        <p className="row">
          <Award className="icon tone-good" />
          <span className="grow">{t("found-new", { count: found })}</span>
          <ButtonLink href="#/inbox">
            <Inbox className="icon" />
            {t("found-inbox")}
          </ButtonLink>
        </p>
      )}
      {known > 0 && <p>{t("found-known", { count: known })}</p>}
      {found + known === 0 && reasons.length === 0 && <p>{t("link-nothing")}</p>}
      {reasons.map(({ message, next }, at) => (
        <p className="row row--nowrap" key={at}>
          <CircleX className="icon tone-bad" />
          <span>
            {message} <span className="muted">{next}</span>
          </span>
        </p>
      ))}
    </div>
  );
}
