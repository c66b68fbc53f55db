import type { ReactNode } from "react";
import { Label, ProgressBar } from "react-aria-components";
import { Announce } from "./Announce";

type ProgressProps = {
  label: ReactNode;
  /** How much is done of how much; without an end nobody knows how long it takes. */
  done: number;
  total: number | null;
  /** How far it is, in words: "1,240 mails looked at, 7 badges found so far". */
  words: string;
};

/** How far something is. Every tenth is said aloud, not each step. */
export function Progress({ label, done, total, words }: ProgressProps) {
  const known = total !== null && total > 0;
  const percent = known ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const tenth = Math.floor(percent / 10) * 10;
  return (
    <ProgressBar
      className="working"
      {...(known ? { value: percent } : { isIndeterminate: true })}
      valueLabel={known ? `${percent} %` : words}
    >
      <Label className="working__label">{label}</Label>
      <span className={known ? "progress" : "progress progress--unknown"} aria-hidden="true">
        <span style={{ inlineSize: known ? `${percent}%` : "30%" }} />
      </span>
      <span className="small muted num block">{words}</span>
      {known && <Announce text={tenth > 0 && tenth < 100 ? `${tenth} %` : ""} />}
    </ProgressBar>
  );
}
