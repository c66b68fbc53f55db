// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Backend, JobView } from "../backend/backend";
import { useWorked } from "../backend/jobs";
import { memoryBackend, situationOf } from "../backend/memory";
import { show } from "../test/show";
import { JobList } from "./JobList";

afterEach(cleanup);

const ignore = () => undefined;

function Page() {
  useWorked(ignore);
  return <JobList />;
}

const page = (): Backend => {
  const backend = memoryBackend(situationOf("?start=empty"));
  show(<Page />, backend);
  return backend;
};

const BEGUN: JobView = {
  id: 1,
  kind: "files",
  name: "Mails 2025.mbox",
  state: "running",
  progress: { done: 620, total: 1000, lookedAt: 1240, found: 7, known: 0 },
  result: null,
  failure: null,
};

it("shows how far it is, in figures and in words, and says what stays when it is stopped", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  vi.spyOn(backend, "jobs").mockResolvedValue([BEGUN]);
  const stopped = vi.spyOn(backend, "stopJob").mockResolvedValue({ ...BEGUN, state: "stopping" });
  show(<Page />, backend);
  const bar = await screen.findByRole("progressbar", { name: /Mails 2025\.mbox/u });
  expect(bar.getAttribute("aria-valuenow")).toBe("62");
  expect(screen.getByText(/1,240.* looked at, .*7.* badges found so far/u)).toBeTruthy();
  expect(screen.getByText(/what was found until then stays in your Inbox/u)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Stop" }));
  expect(stopped).toHaveBeenCalledWith(1);
});

it("has no end in figures where nobody knows how much there is", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  vi.spyOn(backend, "jobs").mockResolvedValue([{ ...BEGUN, progress: { ...BEGUN.progress, total: null } }]);
  show(<Page />, backend);
  const bar = await screen.findByRole("progressbar");
  expect(bar.hasAttribute("aria-valuenow")).toBe(false);
});

it("is stopped, keeps what was found, and is put away once it was seen", async () => {
  const backend = page();
  await backend.chooseFolder();
  await userEvent.click(await screen.findByRole("button", { name: "Stop" }));
  await screen.findByText(/You stopped it/u);
  expect((await backend.inbox()).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole("button", { name: "I have seen it" }));
  await waitFor(() => expect(screen.queryByText(/You stopped it/u)).toBeNull());
  expect(await backend.jobs()).toEqual([]);
});

it("says why it could not go on, and what is kept", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  const failure = { code: "backpack.locked", args: {}, next: true };
  vi.spyOn(backend, "jobs").mockResolvedValue([{ ...BEGUN, state: "failed", failure }]);
  show(<Page />, backend);
  await screen.findByRole("alert");
  expect(screen.getByText(/found .*7.* badges; they are kept/u)).toBeTruthy();
});
