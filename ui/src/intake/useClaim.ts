import { useState } from "react";
import { useAction } from "../backend/action";
import type { AddView, ClaimView, PinView } from "../backend/backend";
import { useBackend } from "../backend/context";

/** Claiming goes in turns: further hosts, a code, and then the badge, now or later. */
export function useClaim(offer: string, claim: ClaimView, onCame: (came: AddView) => void) {
  const backend = useBackend();
  const [hosts, setHosts] = useState<readonly string[]>(claim.hosts);
  const [further, setFurther] = useState<readonly string[]>([]);
  const [pin, setPin] = useState<PinView | null>(claim.pin);
  const [wrong, setWrong] = useState(false);
  const [later, setLater] = useState<string | null>(null);
  const take = useAction(async (code: string) => {
    const state = await backend.claim(offer, code === "" ? null : code, [...hosts]);
    setFurther(state.state === "ask-hosts" ? state.hosts : []);
    if (state.state === "ask-hosts") setHosts([...new Set([...hosts, ...state.hosts])]);
    if (state.state === "ask-pin") {
      setPin(state.pin);
      setWrong(state.wrong);
    }
    if (state.state === "later") setLater(state.host);
    if (state.state === "added") onCame(state.added);
  });
  return { hosts, further, pin, wrong, later, take };
}
