import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useAction } from "../backend/action";
import type { AddView, Backend, JobView } from "../backend/backend";
import { allGiven } from "../backend/base64";
import { useBackend } from "../backend/context";
import { type Handed, useHanded } from "../backend/handed";
import { forgetEnded, putJob } from "../backend/jobs";

async function lookAt(backend: Backend, handed: Handed): Promise<AddView | null> {
  if ("files" in handed) return backend.addFiles(await allGiven(handed.files));
  if ("text" in handed) return backend.addText(handed.text);
  return "added" in handed ? handed.added : null;
}

/** What was given to Add, and what was found in it. Takes over what was dropped or pasted elsewhere. */
export function useAdding() {
  const backend = useBackend();
  const client = useQueryClient();
  const [result, setResult] = useState<AddView | null>(null);
  const adding = useAction(async (work: () => Promise<AddView | null>) => {
    const added = await work();
    if (added === null) return;
    await forgetEnded(backend, client);
    setResult(added);
  });
  // What is chosen by the shell may be large: it becomes a piece of work that goes on by itself.
  const choosing = useAction(async (choose: () => Promise<JobView | null>) => {
    const begun = await choose();
    if (begun === null) return;
    setResult(null);
    putJob(client, begun);
    await forgetEnded(backend, client, begun);
  });
  const { run } = adding;
  const take = useCallback((handed: Handed) => void run(() => lookAt(backend, handed)), [run, backend]);
  useHanded(take);
  return {
    result,
    busy: adding.busy || choosing.busy,
    failure: adding.failure ?? choosing.failure,
    files: (files: File[]) => take({ files }),
    text: (text: string) => take({ text }),
    link: (text: string) => void run(() => backend.lookAtLink(text)),
    choose: () => void choosing.run(() => backend.chooseFiles()),
    chooseFolder: () => void choosing.run(() => backend.chooseFolder()),
    samples: () => void run(() => backend.addSamples()),
    offered: () => setResult((now) => (now === null ? null : { ...now, addressOffer: null })),
  };
}

export type Adding = ReturnType<typeof useAdding>;
