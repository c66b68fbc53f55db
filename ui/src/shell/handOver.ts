import { useCallback } from "react";
import { navigate } from "wouter/use-hash-location";
import { hand, type Handed } from "../backend/handed";

/** What was pasted or dropped somewhere goes to Add, which looks at it. In Review it is looked at there. */
export function useHandOver(): (handed: Handed) => void {
  return useCallback((handed) => {
    hand(handed);
    if (!window.location.hash.startsWith("#/review")) navigate("/add");
  }, []);
}
