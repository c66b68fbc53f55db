import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { navigate } from "wouter/use-hash-location";
import { useBackend } from "../backend/context";
import { enter } from "../backend/queries";
import { forgetDraft } from "../views/usePortfolio";

/** Locks the backpack, and forgets what this window had read of it. */
export function useLock(): () => void {
  const backend = useBackend();
  const client = useQueryClient();
  return useCallback(() => {
    void backend.lock().then((status) => {
      navigate("/");
      forgetDraft();
      enter(client, status);
    });
  }, [backend, client]);
}
