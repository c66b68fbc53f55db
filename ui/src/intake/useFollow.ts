import { useState } from "react";
import { useAction } from "../backend/action";
import type { AddView, HostAsk } from "../backend/backend";
import { useBackend } from "../backend/context";

/** Following a link goes in turns: whom one would have to ask shows only on the way. */
export function useFollow(url: string, onCame: (came: AddView) => void) {
  const backend = useBackend();
  const [asks, setAsks] = useState<readonly HostAsk[] | null>(null);
  const go = useAction(async (hosts: readonly string[]) => {
    const view = await backend.followLink(url, [...hosts]);
    if (view.asks.length === 0) onCame(view.added);
    else setAsks(view.asks);
  });
  return { asks, go };
}
