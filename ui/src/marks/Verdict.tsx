import type { ReactNode } from "react";
import { Callout } from "../components/Callout";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";
import { Term } from "../words/Term";
import { LOOKS, markWord } from "./marks";
import { type Judged, verdictOf } from "./sentences";

type VerdictProps = { judged: Judged; checkedAt: string; act?: ReactNode; children?: ReactNode };

/** The answer first: mark, one sentence, when it was checked. */
export function Verdict({ judged, checkedAt, act, children }: VerdictProps) {
  const t = useText();
  const words = useWords();
  const { icon, tone, word } = LOOKS[judged.mark];
  const { says, but, next } = verdictOf(judged, words);
  const alarm = judged.mark === "key-changed" ? ({ role: "alert" } as const) : {};
  return (
    <Callout
      tone={tone}
      icon={icon}
      big
      title={<Term word={word}>{t(markWord(judged.mark))}</Term>}
      act={act}
      {...alarm}
    >
      <p>{says}</p>
      {but !== null && <p>{but}</p>}
      {next !== null && <p className="muted">{next}</p>}
      <p className="small muted">{t("verdict-checked", { at: moment(checkedAt, words.locale) })}</p>
      {children}
    </Callout>
  );
}
