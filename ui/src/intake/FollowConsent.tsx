import { useEffect } from "react";
import type { AddView, LinkView } from "../backend/backend";
import { Consent } from "../marks/Consent";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { useFollow } from "./useFollow";

type FollowConsentProps = { link: LinkView; onClose: () => void; onCame: (came: AddView) => void };

/** Before a link is followed: whom that reaches, what for, and what they learn. Who was allowed before is not asked again. */
export function FollowConsent({ link, onClose, onCame }: FollowConsentProps) {
  const t = useText();
  const { asks, go } = useFollow(link.opens, onCame);
  const { run } = go;
  useEffect(() => void run([]), [run]);
  if (asks === null) return <FailureNote failure={go.failure} />;
  const learn = t(asks.some(({ tracker }) => tracker) ? "link-follow-learn-tracker" : "link-follow-learn");
  return (
    <Consent
      why={t("link-follow-why", { host: link.host })}
      what={asks.map(({ host, url }) => (
        <span key={host} className="block raw">
          {url}
        </span>
      ))}
      learn={learn}
      hosts={asks.map(({ host }) => host)}
      key={asks.map(({ host }) => host).join(" ")}
      open
      busy={go.busy}
      failure={go.failure}
      onClose={onClose}
      onAllow={(hosts) => void run(hosts)}
    />
  );
}
