import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useBackend } from "./context";
import { hand } from "./handed";
import { putJob } from "./jobs";

/**
 * A picture or files that were copied elsewhere, for a paste that brings neither: on Linux only the shell can see them.
 * Answers whether there was something.
 */
export function useCopied(): () => Promise<boolean> {
  const backend = useBackend();
  const client = useQueryClient();
  return useCallback(async () => {
    const copied = await backend.takeCopied().catch(() => null);
    if (copied === null) return false;
    if ("progress" in copied) putJob(client, copied);
    else if ("inputs" in copied) hand({ added: copied });
    return true;
  }, [backend, client]);
}
