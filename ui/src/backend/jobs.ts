import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Backend } from "./backend";
import type { JobView } from "./bindings";
import { useBackend } from "./context";
import { keys } from "./queries";

export const hasEnded = (job: JobView): boolean => job.state === "ended" || job.state === "failed";

/**
 * The list with what was told of one: it takes its old place, or stands last. The answer to its beginning may come after
 * the word of its end: what has ended stays so.
 */
export function withJob(jobs: readonly JobView[], told: JobView): JobView[] {
  const newer = (job: JobView) => (hasEnded(job) && !hasEnded(told) ? job : told);
  const known = jobs.some(({ id }) => id === told.id);
  return known ? jobs.map((job) => (job.id === told.id ? newer(job) : job)) : [...jobs, told];
}

/** Long work as it stands, also where it was begun elsewhere. */
export const useJobs = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.jobs, queryFn: () => backend.jobs() });
};

/** What was just begun or told stands in the list at once. */
export function putJob(client: QueryClient, told: JobView): void {
  client.setQueryData<JobView[]>(keys.jobs, (jobs) => withJob(jobs ?? [], told));
}

/** Something new is given: what came of the last is put away, but not what came of the new. */
export async function forgetEnded(backend: Backend, client: QueryClient, begun?: JobView): Promise<void> {
  const old = (job: JobView) => hasEnded(job) && job.id !== begun?.id;
  const gone = (client.getQueryData<JobView[]>(keys.jobs) ?? []).filter(old);
  client.setQueryData<JobView[]>(keys.jobs, (jobs) => (jobs ?? []).filter((job) => !old(job)));
  for (const { id } of gone) await backend.forgetJob(id);
}

/** Follows all long work while the window is open; `ended` hears of each end once. */
export function useWorked(ended: (job: JobView) => void): void {
  const backend = useBackend();
  const client = useQueryClient();
  useEffect(
    () =>
      backend.onWorked((job) => {
        putJob(client, job);
        if (hasEnded(job)) ended(job);
      }),
    [backend, client, ended],
  );
}
