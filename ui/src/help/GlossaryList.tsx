import { useText, useWords } from "../words/context";
import { GLOSSARY } from "../words/glossary";

/** All words of the trade, each with its two sentences. */
export function GlossaryList() {
  const t = useText();
  const words = useWords();
  return (
    <dl className="glossary">
      {GLOSSARY.map((word) => (
        <div key={word} className="glossary__word" id={`word-${word}`}>
          <dt>{t(`word-${word}`)}</dt>
          <dd>{words.attribute(`word-${word}`, "is")}</dd>
        </div>
      ))}
    </dl>
  );
}
