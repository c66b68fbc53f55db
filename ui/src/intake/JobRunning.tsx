import { OctagonX } from "lucide-react";
import { useAction } from "../backend/action";
import type { JobView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Progress } from "../components/Progress";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

/** Work that goes on: how far it is, and a way to stop it that says what is kept. */
export function JobRunning({ job }: { job: JobView }) {
  const t = useText();
  const backend = useBackend();
  const stop = useAction(() => backend.stopJob(job.id));
  const { done, total, lookedAt, found } = job.progress;
  const stopping = job.state === "stopping" || stop.busy;
  return (
    <article className="cardbox stack working__card" data-job={job.id}>
      <Progress
        label={<h2 className="working__title">{t("job-running", { name: job.name })}</h2>}
        done={done}
        total={total}
        words={t("job-so-far", { looked: lookedAt, found })}
      />
      <div className="row">
        <p className="small muted grow">{t(stopping ? "job-stopping" : "job-stop-keeps")}</p>
        <Button isPending={stopping} onPress={() => void stop.run(undefined)}>
          <OctagonX className="icon" />
          {t("job-stop")}
        </Button>
      </div>
      <FailureNote failure={stop.failure} />
    </article>
  );
}
