import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { navigate } from "wouter/use-hash-location";
import type { Backend, OpenedView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { hand } from "../backend/handed";
import { putJob } from "../backend/jobs";

/** Files are looked through beside everything else; a link and a handed-out page are there at once. */
function show(client: QueryClient, opened: OpenedView): void {
  if ("progress" in opened) putJob(client, opened);
  else if ("inputs" in opened) hand({ added: opened });
  else hand({ reviewed: opened });
  navigate("badges" in opened ? "/review" : "/add");
}

async function takeAll(backend: Backend, tell: (opened: OpenedView) => void): Promise<void> {
  for (let opened = await backend.takeOpened(); opened !== null; opened = await backend.takeOpened()) tell(opened);
}

/** Files and links that were given to the app, at its start or while it runs. Mails wait until the backpack is open. */
export function useOpened(state: string | undefined): void {
  const backend = useBackend();
  const client = useQueryClient();
  const tell = useCallback((opened: OpenedView) => show(client, opened), [client]);
  useEffect(() => backend.onOpened(tell), [backend, tell]);
  useEffect(() => {
    // A file that cannot be taken is said where it was given; the window starts all the same.
    if (state !== undefined) void takeAll(backend, tell).catch(() => undefined);
  }, [backend, state, tell]);
}
