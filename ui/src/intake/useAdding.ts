import { useCallback, useState } from "react";
import { useAction } from "../backend/action";
import type { AddView, Backend } from "../backend/backend";
import { given } from "../backend/base64";
import { useBackend } from "../backend/context";
import { type Handed, useHanded } from "../backend/handed";

async function lookAt(backend: Backend, handed: Handed): Promise<AddView | null> {
  if ("files" in handed) return backend.addFiles(await Promise.all(handed.files.map(given)));
  if ("text" in handed) return backend.addText(handed.text);
  return "added" in handed ? handed.added : null;
}

/** What was given to Add, and what was found in it. Takes over what was dropped or pasted elsewhere. */
export function useAdding() {
  const backend = useBackend();
  const [result, setResult] = useState<AddView | null>(null);
  const adding = useAction(async (work: () => Promise<AddView | null>) => {
    const added = await work();
    if (added !== null) setResult(added);
  });
  const { run } = adding;
  const take = useCallback((handed: Handed) => void run(() => lookAt(backend, handed)), [run, backend]);
  useHanded(take);
  return {
    result,
    busy: adding.busy,
    failure: adding.failure,
    files: (files: File[]) => take({ files }),
    text: (text: string) => take({ text }),
    choose: () => void run(() => backend.chooseFiles()),
    samples: () => void run(() => backend.addSamples()),
    offered: () => setResult((now) => (now === null ? null : { ...now, addressOffer: null })),
  };
}

export type Adding = ReturnType<typeof useAdding>;
