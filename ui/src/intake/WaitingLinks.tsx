import { useAction } from "../backend/action";
import type { WaitingLink } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { LinkFound } from "./LinkFound";

/** Links that a mailbox or folder was full of: each with whom one would have to ask. Nobody is asked before a yes. */
export function WaitingLinks({ links }: { links: readonly WaitingLink[] }) {
  const t = useText();
  const backend = useBackend();
  const leave = useAction((id: string) => backend.dismissLinks([id]));
  return (
    <section className="stack" aria-labelledby="inbox-links">
      <h2 id="inbox-links">{t("inbox-links", { count: links.length })}</h2>
      <p className="muted">{t("inbox-links-lead")}</p>
      <FailureNote failure={leave.failure} />
      <ul className="stack">
        {links.map(({ id, link, asks, tracker, input, mail }) => (
          <li key={id} className="stack stack--tight">
            <LinkFound link={link} />
            <p className="small muted">
              {t(tracker ? "inbox-link-asks-tracker" : "inbox-link-asks", { host: asks })}{" "}
              {mail === null
                ? t("inbox-link-in", { name: input })
                : t("inbox-mail", { subject: mail.subject, from: mail.from })}
            </p>
            <div className="row">
              <Button kind="quiet" isPending={leave.busy} onPress={() => void leave.run(id)}>
                {t("inbox-leave-out")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
