import { ExternalLink, Link2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { LinkView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Say } from "../words/Say";

/** A link to a badge: where it leads and what to do there. It is opened only on a yes, in the person's own browser. */
export function LinkFound({ link }: { link: LinkView }) {
  const t = useText();
  const backend = useBackend();
  const [asking, setAsking] = useState(false);
  const open = useAction(async () => {
    await backend.openUrl(link.url);
    setAsking(false);
  });
  const foot = (
    <>
      <Button autoFocus onPress={() => setAsking(false)}>
        {t("consent-not-now")}
      </Button>
      <Button kind="primary" isPending={open.busy} onPress={() => void open.run(undefined)}>
        {t("link-open")}
        <ExternalLink className="icon" />
      </Button>
    </>
  );
  return (
    <div className="found__line">
      <Link2 className="icon" />
      <div className="grow">
        <p>
          <Say
            id={`link-${link.kind}`}
            vars={{ host: link.host, platform: link.platform ?? link.host }}
            elems={{ host: <strong /> }}
          />
        </p>
        <p className="small muted">{link.login ? t("link-login") : t("link-how")}</p>
      </div>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t("link-open")}
      </Button>
      <Dialog
        role="alertdialog"
        title={t("link-title", { host: link.host })}
        open={asking}
        onClose={() => setAsking(false)}
        foot={foot}
      >
        <p>{t("link-learn", { host: link.host })}</p>
        <p className="raw">{link.url}</p>
        <FailureNote failure={open.failure} />
      </Dialog>
    </div>
  );
}
