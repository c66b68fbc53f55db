import { useEffect, useState } from "react";
import { useAction } from "../backend/action";
import type { AddView, ClaimView, LinkView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { FailureNote } from "../marks/FailureNote";
import { ClaimDialog } from "./ClaimDialog";
import { FollowConsent } from "./FollowConsent";

type GetBehindProps = { link: LinkView; onClose: () => void; onCame: (came: AddView) => void };

/** Gets what a link leads to. What an offer asks for is looked up in the offer itself first; a page is just opened. */
export function GetBehind({ link, onClose, onCame }: GetBehindProps) {
  const backend = useBackend();
  const [claim, setClaim] = useState<ClaimView | null>(null);
  const [page, setPage] = useState(link.kind === "assertion" || link.kind === "page");
  const look = useAction(async () => setClaim(await backend.lookAtClaim(link.opens)));
  const { run } = look;
  useEffect(() => {
    if (!page) void run(undefined);
  }, [page, run]);
  // A place to claim may be a page like any other; an offer that cannot be read is said to be one.
  if (look.failure !== null && link.kind === "claim" && !page) setPage(true);
  if (page) return <FollowConsent link={link} onClose={onClose} onCame={onCame} />;
  if (claim !== null) return <ClaimDialog offer={link.opens} claim={claim} onClose={onClose} onCame={onCame} />;
  return <FailureNote failure={look.failure} />;
}
