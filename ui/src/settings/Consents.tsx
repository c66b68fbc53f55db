import { Globe } from "lucide-react";
import { Button } from "../components/Button";
import { hostWord } from "../marks/hosts";
import { useText } from "../words/context";

/** The websites that may be asked, each to be taken back. */
export function Consents({ hosts, onRevoke }: { hosts: readonly string[]; onRevoke: (host: string) => void }) {
  const t = useText();
  if (hosts.length === 0) return <p className="muted">{t("settings-internet-none")}</p>;
  return (
    <ul className="list">
      {hosts.map((host) => (
        <li className="list__row" key={host}>
          <Globe className="icon" />
          <bdi className="grow">{hostWord(t, host)}</bdi>
          <Button
            aria-label={t("settings-internet-stop-host", { host: hostWord(t, host) })}
            onPress={() => onRevoke(host)}
          >
            {t("settings-internet-stop")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
