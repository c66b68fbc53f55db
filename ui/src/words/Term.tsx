import type { ReactNode } from "react";
import { Explain } from "../components/Explain";
import { useText, useWords } from "./context";
import type { TradeWord } from "./glossary";

/** A word of the trade where it stands: opens its two sentences. Without children it shows the word itself. */
export function Term({ word, children }: { word: TradeWord; children?: ReactNode }) {
  const words = useWords();
  const t = useText();
  const name = t(`word-${word}`);
  return (
    <Explain
      title={name}
      text={words.attribute(`word-${word}`, "is") ?? ""}
      more={{ href: "#/help", label: t("term-all-words") }}
    >
      {children ?? name}
    </Explain>
  );
}
