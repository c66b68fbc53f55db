import type { AddView, Backend, JobKind, JobView } from "../backend";
import { soon } from "./soon";
import type { Store } from "./store";

type Part = Pick<Backend, "jobs" | "stopJob" | "forgetJob" | "onWorked">;

const nothing = { done: 0, total: null, lookedAt: 0, found: 0, known: 0 };

/** Long work, as long as the page is open: steps by the clock, and at the end what `look` finds. */
export class Jobs {
  private all: JobView[] = [];
  private last = 0;
  private readonly listeners = new Set<(job: JobView) => void>();

  /** Begins work of so many steps; without steps it is done at once. */
  begin(kind: JobKind, name: string, steps: number, look: () => AddView): JobView {
    this.last += 1;
    const job: JobView = {
      id: this.last,
      kind,
      name,
      state: "running",
      progress: { ...nothing, total: steps * 50 },
      result: null,
      failure: null,
    };
    this.all = [...this.all, job];
    this.step(job, steps, look);
    return job;
  }

  private step(job: JobView, steps: number, look: () => AddView): void {
    setTimeout(
      () => {
        const now = this.all.find(({ id }) => id === job.id);
        if (now === undefined) return;
        const done = now.progress.done + 50;
        if (now.state === "stopping" || done >= steps * 50) this.end(now, look());
        else {
          this.tell({ ...now, progress: { ...now.progress, done, lookedAt: done } });
          this.step(job, steps, look);
        }
      },
      steps === 0 ? 0 : 100,
    );
  }

  private end(job: JobView, told: AddView): void {
    const sum = (part: "found" | "known") => told.inputs.reduce((all, input) => all + input[part].length, 0);
    const lookedAt = Math.max(job.progress.lookedAt, told.inputs.length);
    const progress = { ...job.progress, lookedAt, found: sum("found"), known: sum("known") };
    const untold = lookedAt - told.inputs.length;
    const result = { progress, cancelled: job.state === "stopping", broken: null, told, untold };
    this.tell({ ...job, state: "ended", progress, result });
  }

  private tell(job: JobView): void {
    this.all = this.all.map((one) => (one.id === job.id ? job : one));
    for (const listener of this.listeners) listener(job);
  }

  part(): Part {
    return {
      jobs: () => soon(() => [...this.all]),
      stopJob: (id) =>
        soon(() => {
          const job = this.all.find((one) => one.id === id && one.state === "running");
          if (job === undefined) return null;
          this.tell({ ...job, state: "stopping" });
          return { ...job, state: "stopping" };
        }),
      forgetJob: (id) =>
        soon(() => {
          this.all = this.all.filter((job) => job.id !== id);
          return null;
        }),
      onWorked: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }
}

/** What a mailbox of two thousand mails would give. */
export const mailbox = (jobs: Jobs, store: Store, look: (store: Store) => AddView): JobView =>
  jobs.begin("folder", "Mails 2025", 40, () => look(store));
