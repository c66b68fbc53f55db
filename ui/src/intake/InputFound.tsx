import { Award, CircleX, FileText, Mail, TextQuote } from "lucide-react";
import type { InputView } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { Callout } from "../components/Callout";
import { Fold } from "../components/Fold";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { useSentence } from "../words/useSentence";
import { LinkFound } from "./LinkFound";
import { Unlock } from "./Unlock";

function Passed({ input }: { input: InputView }) {
  const t = useText();
  const say = useSentence();
  return (
    <Fold
      level={4}
      title={t("found-passed", { count: input.passed.length })}
      open={input.found.length + input.known.length === 0}
    >
      <dl className="facts">
        {input.passed.map((part, at) => {
          const { message, next } = say(part);
          return (
            <div className="facts__pair" key={`${part.path}-${at}`}>
              <dt dir="auto">{part.path === "" ? t("found-whole") : part.path}</dt>
              <dd>
                {message} {next}
              </dd>
            </div>
          );
        })}
      </dl>
    </Fold>
  );
}

function Head({ input }: { input: InputView }) {
  const t = useText();
  const { locale } = useWords();
  const Icon = input.mail !== null ? Mail : input.name === "" ? TextQuote : FileText;
  const title = input.mail?.subject || input.name || t("found-text");
  return (
    <div className="row row--nowrap row--top">
      <Icon className="icon icon--lg muted" />
      <div className="grow">
        <h3 dir="auto">{title}</h3>
        {input.mail !== null && (
          <p className="small muted">
            {t("mail-from", { from: input.mail.from })}
            {input.mail.date !== null && `, ${dateOnly(input.mail.date, locale)}`}
          </p>
        )}
      </div>
    </div>
  );
}

/** Text out of a web mail looks whole, but the badge was attached to the mail and is not in it. */
function WebMail() {
  const t = useText();
  return (
    <Callout tone="unsure" icon={TextQuote} title={t("web-mail-title")} level={3}>
      <p>{t("web-mail-text")}</p>
      <div className="row">
        <ButtonLink href="#/add/guide">{t("web-mail-guide")}</ButtonLink>
      </div>
    </Callout>
  );
}

const isLocked = ({ passed, failure }: InputView): boolean =>
  [...passed, failure].some((reason) => reason?.code === "passed.needs-password");

/** One thing that was given: what was found in it, what was not, and why. */
export function InputFound({ input }: { input: InputView }) {
  const t = useText();
  const say = useSentence();
  const failed = input.failure === null ? null : say(input.failure);
  return (
    <article className="cardbox found">
      <Head input={input} />
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
      {input.passed.length > 0 && <Passed input={input} />}
    </article>
  );
}
