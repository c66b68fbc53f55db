import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { AppStatus } from "../backend/backend";
import { enter } from "../backend/queries";

/** After a door has opened: the new status counts, and everything else is asked for anew. */
export function useRefreshStatus(): (status: AppStatus) => void {
  const client = useQueryClient();
  return useCallback((status) => enter(client, status), [client]);
}
