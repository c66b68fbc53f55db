import { useEffect } from "react";
import { navigate } from "wouter/use-hash-location";
import type { Backend, OpenedView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { hand } from "../backend/handed";

function show(opened: OpenedView): void {
  if ("inputs" in opened) {
    hand({ added: opened });
    navigate("/add");
  } else {
    hand({ reviewed: opened });
    navigate("/review");
  }
}

async function takeAll(backend: Backend): Promise<void> {
  for (let opened = await backend.takeOpened(); opened !== null; opened = await backend.takeOpened()) show(opened);
}

/** Files that were given to the app, at its start or while it runs. Mails wait until the backpack is open. */
export function useOpened(state: string | undefined): void {
  const backend = useBackend();
  useEffect(() => backend.onOpened(show), [backend]);
  useEffect(() => {
    // A file that cannot be taken is said where it was given; the window starts all the same.
    if (state !== undefined) void takeAll(backend).catch(() => undefined);
  }, [backend, state]);
}
