import { ExternalLink } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-aria-components";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { useText } from "../words/context";
import { FailureNote } from "./FailureNote";

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** `shown` is what can be shown of an address that holds a key meant for the person alone. */
type OutsideDialogProps = { url: string; shown?: string; onClose: () => void };

/** Asks before the person's own browser goes anywhere, and names the host. */
export function OutsideDialog({ url, shown = url, onClose }: OutsideDialogProps) {
  const t = useText();
  const backend = useBackend();
  const host = hostOf(url);
  const open = useAction(async () => {
    await backend.openUrl(url);
    onClose();
  });
  const foot = (
    <>
      <Button autoFocus onPress={onClose}>
        {t("consent-not-now")}
      </Button>
      <Button kind="primary" isPending={open.busy} onPress={() => void open.run(undefined)}>
        {t("link-open")}
        <ExternalLink className="icon" />
      </Button>
    </>
  );
  return (
    <Dialog role="alertdialog" title={t("link-title", { host })} open onClose={onClose} foot={foot}>
      <p>{t("link-learn", { host })}</p>
      <p className="raw">{shown}</p>
      {shown !== url && <p className="small muted">{t("link-key")}</p>}
      <FailureNote failure={open.failure} />
    </Dialog>
  );
}

/** A link out of the app. Anything but https is shown as text: it is never opened. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  if (!url.startsWith("https://")) return <bdi>{children}</bdi>;
  return (
    <>
      <Link className="outside" onPress={() => setAsking(true)}>
        {children}
        <ExternalLink className="icon icon--sm" />
      </Link>
      {asking && <OutsideDialog url={url} onClose={() => setAsking(false)} />}
    </>
  );
}
