import { CircleCheck, CircleQuestionMark, Inbox } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { AddView, GatheredView } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { Callout } from "../components/Callout";
import { useText } from "../words/context";
import { AddressOffer } from "./AddressOffer";
import { InputList } from "./InputList";

type ResultsProps = {
  result: AddView;
  /** Where many things were looked through: what they are called together, and how many in all. */
  gathered?: GatheredView & { name: string };
  onOffered: () => void;
  /** A button that puts the results away. */
  seen?: ReactNode;
  label?: string;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Whoever writes in a field or answers a question goes on with that: the results are read out all the same. */
const isBusy = (): boolean =>
  document.activeElement?.closest("input, textarea, [role=dialog], [role=alertdialog]") != null;

function counted({ result, gathered }: ResultsProps): { found: number; known: number } {
  if (gathered !== undefined) return gathered.progress;
  return {
    found: sum(result.inputs.map((input) => input.found.length)),
    known: sum(result.inputs.map((input) => input.known.length)),
  };
}

function Title(props: ResultsProps) {
  const t = useText();
  const { found, known } = counted(props);
  if (found > 0) return t("found-title", { count: found });
  return known > 0 ? t("found-title-known", { count: known }) : t("found-title-none");
}

/** How much was looked through, and whether it was stopped: said where there is more than can be told one by one. */
function Gathered({
  gathered: { name, progress, cancelled, broken },
}: {
  gathered: NonNullable<ResultsProps["gathered"]>;
}) {
  const t = useText();
  return (
    <p>
      {t(cancelled ? "job-stopped" : broken === null ? "job-ended" : "job-broken", { name, looked: progress.lookedAt })}{" "}
      {progress.found > 0 && progress.known > 0 && t("job-known", { count: progress.known })}
    </p>
  );
}

/** What came of what was given: the result first, then each thing by itself. */
export function Results(props: ResultsProps) {
  const { result, gathered, onOffered, seen, label } = props;
  const t = useText();
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isBusy()) top.current?.focus();
  }, [result.inputs]);
  const { found, known } = counted(props);
  const good = found + known > 0;
  return (
    <section className="results stack" aria-label={label ?? t("found-label")} tabIndex={-1} ref={top}>
      <Callout
        tone={good ? "good" : "unsure"}
        icon={good ? CircleCheck : CircleQuestionMark}
        title={<Title {...props} />}
        role="status"
      >
        {gathered !== undefined && <Gathered gathered={gathered} />}
        <p>{t(found > 0 ? "found-next" : good ? "found-next-known" : "found-next-none")}</p>
        <div className="row">
          {found > 0 && (
            <ButtonLink kind="primary" href="#/inbox">
              <Inbox className="icon" />
              {t("found-inbox")}
            </ButtonLink>
          )}
          {!good && <ButtonLink href="#/add/guide">{t("web-mail-guide")}</ButtonLink>}
          {seen}
        </div>
      </Callout>
      {result.addressOffer !== null && <AddressOffer address={result.addressOffer} onDone={onOffered} />}
      <InputList inputs={result.inputs} untold={gathered?.untold ?? 0} />
    </section>
  );
}
