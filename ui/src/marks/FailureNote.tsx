import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import type { Failure } from "../backend/backend";
import { Callout } from "../components/Callout";
import { useText } from "../words/context";
import { useSentence } from "../words/useSentence";

/** What went wrong and what to do, where it happened. It stays until it is solved. */
export function FailureNote({ failure, children }: { failure: Failure | null; children?: ReactNode }) {
  const t = useText();
  const say = useSentence();
  if (failure === null) return null;
  const { message, next } = say(failure);
  return (
    <Callout tone="bad" icon={CircleX} title={t("failure-title")} role="alert">
      <p>{message}</p>
      {next !== null && <p className="muted">{next}</p>}
      {children}
    </Callout>
  );
}
