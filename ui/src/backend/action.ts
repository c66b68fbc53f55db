import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Failure } from "./bindings";
import { toFailure } from "./failure";

export type Action<In, Out> = {
  run: (input: In) => Promise<Out | undefined>;
  busy: boolean;
  failure: Failure | null;
  forget: () => void;
};

/** Something the person asked for: runs, may fail with a failure to be worded where it happened. Never throws. */
export function useAction<In, Out>(work: (input: In) => Promise<Out>): Action<In, Out> {
  const mutation = useMutation({ mutationFn: work, networkMode: "always" });
  const { mutateAsync } = mutation;
  const run = useCallback((input: In) => mutateAsync(input).catch(() => undefined), [mutateAsync]);
  return {
    run,
    busy: mutation.isPending,
    failure: mutation.error === null ? null : toFailure(mutation.error),
    forget: mutation.reset,
  };
}
