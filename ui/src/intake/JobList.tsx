import { useEffect, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useAction } from "../backend/action";
import type { JobView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { hasEnded, useJobs } from "../backend/jobs";
import { keys } from "../backend/queries";
import { JobEnded } from "./JobEnded";
import { JobRunning } from "./JobRunning";

/** What is done in a blink is never shown as work. */
function Late({ job }: { job: JobView }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return late ? <JobRunning job={job} /> : null;
}

/** All long work: what goes on, and what came of what has ended. */
export function JobList() {
  const backend = useBackend();
  const client = useQueryClient();
  const { data: jobs = [] } = useJobs();
  const forget = useAction(async (id: number) => {
    await backend.forgetJob(id);
    await client.invalidateQueries({ queryKey: keys.jobs });
  });
  return jobs.map((job) =>
    hasEnded(job) ? (
      <JobEnded key={job.id} job={job} onSeen={() => void forget.run(job.id)} />
    ) : (
      <Late key={job.id} job={job} />
    ),
  );
}
