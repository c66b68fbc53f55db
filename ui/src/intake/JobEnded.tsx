import { useState } from "react";
import type { JobView } from "../backend/backend";
import { Button } from "../components/Button";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Results } from "./Results";

type JobEndedProps = { job: JobView; onSeen: () => void };

/** Work that has ended: what came of it, or why it could not go on. It stays until it was seen. */
export function JobEnded({ job, onSeen }: JobEndedProps) {
  const t = useText();
  const [offered, setOffered] = useState(false);
  const { failure, result, progress } = job;
  const seen = (
    <Button kind="quiet" onPress={onSeen}>
      {t("job-seen")}
    </Button>
  );
  if (failure !== null || result === null)
    return (
      <FailureNote failure={failure}>
        <p>{t("job-failed-keeps", { name: job.name, looked: progress.lookedAt, found: progress.found })}</p>
        <div className="row">{seen}</div>
      </FailureNote>
    );
  const broken = result.broken !== null && <FailureNote failure={result.broken} />;
  const told = offered ? { ...result.told, addressOffer: null } : result.told;
  return (
    <>
      {broken}
      <Results
        result={told}
        gathered={{ name: job.name, ...result }}
        onOffered={() => setOffered(true)}
        seen={seen}
        label={t("job-label", { name: job.name })}
      />
    </>
  );
}
