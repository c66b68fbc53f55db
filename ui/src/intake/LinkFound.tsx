import { CloudDownload, Link2 } from "lucide-react";
import { useState } from "react";
import type { AddView, LinkView } from "../backend/backend";
import { Button } from "../components/Button";
import { OutsideDialog } from "../marks/OutsideLink";
import { useText } from "../words/context";
import { Say } from "../words/Say";
import { GetBehind } from "./GetBehind";
import { LinkCame } from "./LinkCame";

type Asking = "get" | "open" | null;

/** What can be done with it: got by us, or opened in the person's own browser where one has to sign in first. */
function Ways({ link, onAsk }: { link: LinkView; onAsk: (asking: Asking) => void }) {
  const t = useText();
  return (
    <div className="row">
      {!link.login && (
        <Button onPress={() => onAsk("get")}>
          <CloudDownload className="icon" />
          {t("link-get", { host: link.host })}
        </Button>
      )}
      {link.opens.startsWith("https://") && (
        <Button kind="quiet" onPress={() => onAsk("open")}>
          {t("link-open")}
        </Button>
      )}
    </div>
  );
}

/** A link to a badge: where it leads, and what to do there. It is followed only on a yes that has seen the host. */
export function LinkFound({ link }: { link: LinkView }) {
  const t = useText();
  const [asking, setAsking] = useState<Asking>(null);
  const [came, setCame] = useState<AddView | null>(null);
  const vars = { host: link.host, platform: link.platform ?? link.host };
  const close = () => setAsking(null);
  return (
    <div className="found__line">
      <Link2 className="icon" />
      <div className="grow stack stack--tight">
        <p>
          <Say id={`link-${link.kind}`} vars={vars} elems={{ host: <strong /> }} />
        </p>
        {came === null ? (
          <>
            <p className="small muted">{link.login ? t("link-login") : t("link-how")}</p>
            <Ways link={link} onAsk={setAsking} />
          </>
        ) : (
          <LinkCame came={came} />
        )}
      </div>
      {asking === "get" && (
        <GetBehind
          link={link}
          onClose={close}
          onCame={(view) => {
            setCame(view);
            close();
          }}
        />
      )}
      {asking === "open" && <OutsideDialog url={link.opens} shown={link.url} onClose={close} />}
    </div>
  );
}
