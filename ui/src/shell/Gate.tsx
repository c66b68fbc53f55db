import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useAction } from "../backend/action";
import type { AppStatus } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { Wait } from "../components/Wait";
import { Damaged } from "../views/Damaged";
import { FirstStart } from "../views/FirstStart";
import { Lock } from "../views/Lock";
import { ReviewAlone } from "../views/ReviewAlone";
import { useRefreshStatus } from "../views/useRefreshStatus";
import { Shell } from "./Shell";
import { useOpened } from "./useOpened";

type GateProps = { status: AppStatus | undefined; failed: Error | null; chooseLocale: (locale: string) => void };

/** A backpack whose key lies in the system's password store opens by itself, once, when the window starts. */
function useOpenByItself(status: AppStatus | undefined): { trying: boolean } {
  const backend = useBackend();
  const unlock = useAction(() => backend.unlock(null));
  const refreshed = useRefreshStatus();
  // The state at the start decides; a backpack that is locked later stays locked until somebody opens it.
  const [first, setFirst] = useState<AppStatus | null>(null);
  const [tried, setTried] = useState(false);
  if (first === null && status !== undefined) setFirst(status);
  const canOpen = first?.backpack === "locked" && first.keyring && first.slots.includes("keyring");
  const { run } = unlock;
  useEffect(() => {
    if (!canOpen) return;
    void run(undefined).then((now) => {
      if (now !== undefined) refreshed(now);
      setTried(true);
    });
  }, [canOpen, run, refreshed]);
  return { trying: canOpen && !tried };
}

/** Which door is open: the first start, the lock, somebody else's badges, or the backpack. */
export function Gate({ status, failed, chooseLocale }: GateProps) {
  const [location] = useLocation();
  const { trying } = useOpenByItself(status);
  useOpened(status?.backpack);
  if (failed !== null) return <Damaged failure={toFailure(failed)} chooseLocale={chooseLocale} />;
  if (status === undefined || (trying && status.backpack === "locked")) return <Wait />;
  if (status.backpack === "open") return <Shell status={status} />;
  if (location.startsWith("/review")) return <ReviewAlone chooseLocale={chooseLocale} />;
  if (status.backpack === "none") return <FirstStart status={status} chooseLocale={chooseLocale} />;
  if (status.backpack === "locked") return <Lock status={status} chooseLocale={chooseLocale} />;
  return <Damaged failure={null} chooseLocale={chooseLocale} />;
}
