import { type ReactNode, useEffect, useRef } from "react";
import type { AddView, GatheredView } from "../backend/backend";
import { useText } from "../words/context";
import { AddressOffer } from "./AddressOffer";
import { InputList } from "./InputList";
import { ResultsHead } from "./ResultsHead";

type ResultsProps = {
  result: AddView;
  /** Where many things were looked through: what they are called together, and how many in all. */
  gathered?: GatheredView & { name: string };
  onOffered: () => void;
  /** A button that puts the results away. */
  seen?: ReactNode;
  label?: string;
};

/** Whoever writes in a field or answers a question goes on with that: the results are read out all the same. */
const isBusy = (): boolean =>
  document.activeElement?.closest("input, textarea, [role=dialog], [role=alertdialog]") != null;

/** What came of what was given: the result first, then each thing by itself. */
export function Results({ result, gathered, onOffered, seen, label }: ResultsProps) {
  const t = useText();
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isBusy()) top.current?.focus();
  }, [result.inputs]);
  return (
    <section className="results stack" aria-label={label ?? t("found-label")} tabIndex={-1} ref={top}>
      <ResultsHead result={result} gathered={gathered} seen={seen} />
      {result.addressOffer !== null && <AddressOffer address={result.addressOffer} onDone={onOffered} />}
      <InputList inputs={result.inputs} untold={gathered?.untold ?? 0} />
    </section>
  );
}
