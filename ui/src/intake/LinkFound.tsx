import { Link2 } from "lucide-react";
import { useState } from "react";
import type { LinkView } from "../backend/backend";
import { Button } from "../components/Button";
import { OutsideDialog } from "../marks/OutsideLink";
import { useText } from "../words/context";
import { Say } from "../words/Say";

/** A link to a badge: where it leads and what to do there. It is opened only on a yes, in the person's own browser. */
export function LinkFound({ link }: { link: LinkView }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const vars = { host: link.host, platform: link.platform ?? link.host };
  return (
    <div className="found__line">
      <Link2 className="icon" />
      <div className="grow">
        <p>
          <Say id={`link-${link.kind}`} vars={vars} elems={{ host: <strong /> }} />
        </p>
        <p className="small muted">{link.login ? t("link-login") : t("link-how")}</p>
      </div>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t("link-open")}
      </Button>
      {asking && <OutsideDialog url={link.url} onClose={() => setAsking(false)} />}
    </div>
  );
}
