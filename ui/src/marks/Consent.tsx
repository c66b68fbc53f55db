import { type ReactNode, useState } from "react";
import type { Failure } from "../backend/backend";
import { Button } from "../components/Button";
import { CheckBox } from "../components/CheckBox";
import { Dialog } from "../components/Dialog";
import { Facts } from "../components/Facts";
import { useText } from "../words/context";
import { FailureNote } from "./FailureNote";
import { domainOf, hostWord, titleOf } from "./hosts";

type ConsentProps = {
  /** Why somebody has to be asked, what for, and what they learn: told truly for this very call. */
  why: string;
  what?: ReactNode;
  learn?: string;
  failure?: Failure | null;
  hosts: readonly string[];
  open: boolean;
  busy: boolean;
  /** Whether it holds for this one time only, because nothing is kept. */
  once?: boolean;
  onClose: () => void;
  onAllow: (hosts: string[]) => void;
};

/** Before any contact: whom we ask, what for, and what they learn. With several hosts each can be left out. */
export function Consent(props: ConsentProps) {
  const { why, what, learn, failure = null, hosts, open, busy, once = false, onClose, onAllow } = props;
  const t = useText();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const allowed = hosts.filter((host) => !refused.has(host));
  const toggle = (host: string, on: boolean) => {
    const now = new Set(refused);
    if (on) now.delete(host);
    else now.add(host);
    setRefused(now);
  };
  const foot = (
    <>
      <Button autoFocus onPress={onClose}>
        {t("consent-not-now")}
      </Button>
      <Button kind="primary" isPending={busy} isDisabled={allowed.length === 0} onPress={() => onAllow(allowed)}>
        {t(once ? "consent-ask" : "consent-allow")}
      </Button>
    </>
  );
  const title = hosts.length === 1 ? titleOf(t, hosts[0] ?? "") : t("consent-title-many", { count: hosts.length });
  const named =
    hosts.length === 1 ? (
      <strong>{hostWord(t, hosts[0] ?? "")}</strong>
    ) : (
      hosts.map((host) => (
        <CheckBox
          key={host}
          label={<strong>{hostWord(t, host)}</strong>}
          on={!refused.has(host)}
          onChange={(on) => toggle(host, on)}
        />
      ))
    );
  return (
    <Dialog title={title} open={open} onClose={onClose} role="alertdialog" foot={foot}>
      <p>{why}</p>
      <Facts
        facts={[
          [t("consent-whom"), named],
          [t("consent-what"), what ?? t("consent-what-text")],
          [t("consent-learn"), learn ?? t("consent-learn-text")],
          ...(hosts.some((host) => domainOf(host) !== null)
            ? [[t("consent-dns-title"), t("consent-dns-text")] as const]
            : []),
          ...(once ? [] : [[t("consent-later"), t("consent-later-text")] as const]),
        ]}
      />
      <FailureNote failure={failure} />
    </Dialog>
  );
}
