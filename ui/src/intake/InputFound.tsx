import { Award, CircleX } from "lucide-react";
import type { InputView } from "../backend/backend";
import { useText } from "../words/context";
import { useSentence } from "../words/useSentence";
import { InputHead } from "./InputHead";
import { LinkFound } from "./LinkFound";
import { PassedOver } from "./PassedOver";
import { Unlock } from "./Unlock";
import { WebMail } from "./WebMail";

const isLocked = ({ passed, failure }: InputView): boolean =>
  [...passed, failure].some((reason) => reason?.code === "passed.needs-password");

/** One thing that was given: what was found in it, what was not, and why. */
export function InputFound({ input }: { input: InputView }) {
  const t = useText();
  const say = useSentence();
  const failed = input.failure === null ? null : say(input.failure);
  return (
    <article className="cardbox found">
      <InputHead input={input} />
      {failed !== null && (
        <div className="found__line">
          <CircleX className="icon tone-bad" />
          <p className="grow">
            {failed.message} <span className="muted">{failed.next}</span>
          </p>
        </div>
      )}
      {input.found.length > 0 && (
        <div className="found__line">
          <Award className="icon tone-good" />
          <p className="grow">{t("found-new", { count: input.found.length })}</p>
        </div>
      )}
      {input.known.length > 0 && (
        <div className="found__line">
          <Award className="icon muted" />
          <p className="grow">{t("found-known", { count: input.known.length })}</p>
        </div>
      )}
      {input.links.map((link) => (
        <LinkFound key={link.url} link={link} />
      ))}
      {isLocked(input) && <Unlock name={input.name} />}
      {input.webMailPaste && <WebMail />}
      {input.passed.length > 0 && <PassedOver input={input} />}
    </article>
  );
}
