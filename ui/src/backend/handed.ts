import { useEffect, useSyncExternalStore } from "react";
import type { AddView, ReviewView } from "./bindings";

/** Something that arrived outside the view that deals with it: a paste, a drop, a file opened with the app. */
export type Handed = { files: File[] } | { text: string } | { added: AddView } | { reviewed: ReviewView };

let waiting: Handed | null = null;
const listeners = new Set<() => void>();

export function hand(handed: Handed | null): void {
  waiting = handed;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Takes what waits, once, as soon as the view that can deal with it is there. */
export function useHanded(take: (handed: Handed) => void): void {
  const handed = useSyncExternalStore(subscribe, () => waiting);
  useEffect(() => {
    // Taken already: an effect may run twice for the same thing.
    if (handed === null || handed !== waiting) return;
    hand(null);
    take(handed);
  }, [handed, take]);
}
