import { CircleCheck, CircleQuestionMark, Inbox } from "lucide-react";
import { useEffect, useRef } from "react";
import type { AddView } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { Callout } from "../components/Callout";
import { useText } from "../words/context";
import { AddressOffer } from "./AddressOffer";
import { InputFound } from "./InputFound";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What came of what was given: the result first, then each thing by itself. */
export function Results({ result, onOffered }: { result: AddView; onOffered: () => void }) {
  const t = useText();
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.focus();
  }, [result.inputs]);
  const found = sum(result.inputs.map((input) => input.found.length));
  const known = sum(result.inputs.map((input) => input.known.length));
  const good = found + known > 0;
  const title =
    found > 0
      ? t("found-title", { count: found })
      : known > 0
        ? t("found-title-known", { count: known })
        : t("found-title-none");
  return (
    <section className="results stack" aria-label={t("found-label")} tabIndex={-1} ref={top}>
      <Callout
        tone={good ? "good" : "unsure"}
        icon={good ? CircleCheck : CircleQuestionMark}
        title={title}
        role="status"
      >
        <p>{t(found > 0 ? "found-next" : good ? "found-next-known" : "found-next-none")}</p>
        <div className="row">
          {found > 0 && (
            <ButtonLink kind="primary" href="#/inbox">
              <Inbox className="icon" />
              {t("found-inbox")}
            </ButtonLink>
          )}
          {!good && <ButtonLink href="#/add/guide">{t("web-mail-guide")}</ButtonLink>}
        </div>
      </Callout>
      {result.addressOffer !== null && <AddressOffer address={result.addressOffer} onDone={onOffered} />}
      {result.inputs.map((input, at) => (
        <InputFound key={`${input.name}-${at}`} input={input} />
      ))}
    </section>
  );
}
