import { expect, it } from "vitest";
import type { JobView } from "./bindings";
import { withJob } from "./jobs";

const job = (id: number, state: JobView["state"]): JobView => ({
  id,
  kind: "files",
  name: `${id}.mbox`,
  state,
  progress: { done: 0, total: null, lookedAt: 0, found: 0, known: 0 },
  result: null,
  failure: null,
});

it("takes its place among the others and stays there", () => {
  const two = withJob(withJob([], job(1, "running")), job(2, "running"));
  expect(withJob(two, job(1, "stopping")).map(({ id, state }) => [id, state])).toEqual([
    [1, "stopping"],
    [2, "running"],
  ]);
});

it("has ended even if the answer to its beginning comes later", () => {
  const ended = withJob([], job(1, "ended"));
  expect(withJob(ended, job(1, "running"))[0]?.state).toBe("ended");
});
