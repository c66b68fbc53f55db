import { InboxIcon, Plus } from "lucide-react";
import { useState } from "react";
import type { InboxItem } from "../backend/backend";
import { toFailure } from "../backend/failure";
import { useInbox, useWaitingLinks } from "../backend/queries";
import { ButtonLink } from "../components/Button";
import { Empty } from "../components/Empty";
import { Page } from "../components/Page";
import { Wait } from "../components/Wait";
import { Candidate, type Decide } from "../intake/Candidate";
import { InboxSummary } from "../intake/InboxSummary";
import { useDecisions } from "../intake/useDecisions";
import { WaitingLinks } from "../intake/WaitingLinks";
import { Consent } from "../marks/Consent";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Term } from "../words/Term";

function NothingWaits() {
  const t = useText();
  const act = (
    <ButtonLink kind="primary" href="#/add">
      <Plus className="icon" />
      {t("nav-add")}
    </ButtonLink>
  );
  return (
    <Empty icon={InboxIcon} title={t("inbox-empty")} act={act}>
      {t("inbox-empty-text")}
    </Empty>
  );
}

function Waiting({ items }: { items: readonly InboxItem[] }) {
  const t = useText();
  const { keep, leaveOut, ask } = useDecisions();
  const [asked, setAsked] = useState<InboxItem | null>(null);
  const decide: Decide = {
    keep: (item) => void keep.run([item]),
    leaveOut: (item) => void leaveOut.run(item),
    ask: setAsked,
  };
  const good = items.filter((item) => item.card.mark === "verified").length;
  const allow = (hosts: string[]) => {
    if (asked !== null) void ask.run({ item: asked, hosts }).then(() => setAsked(null));
  };
  return (
    <section className="stack">
      <FailureNote failure={keep.failure ?? leaveOut.failure ?? ask.failure} />
      <InboxSummary items={items} busy={keep.busy} onKeepGood={(good) => void keep.run(good)} />
      <ul className="stack">
        {items.map((item) => (
          <Candidate
            key={item.card.id}
            item={item}
            decide={decide}
            busy={keep.busy}
            filled={good === 1 && item.card.mark === "verified"}
          />
        ))}
      </ul>
      {asked !== null && (
        <Consent
          why={t("consent-why", { badge: asked.card.name })}
          hosts={asked.wantedHosts}
          open
          busy={ask.busy}
          onClose={() => setAsked(null)}
          onAllow={allow}
        />
      )}
    </section>
  );
}

/** What was found and waits for a yes. */
export function Inbox() {
  const t = useText();
  const { data: items, error } = useInbox();
  const { data: links = [] } = useWaitingLinks();
  if (items === undefined && error === null) return <Wait />;
  return (
    <Page title={<Term word="inbox">{t("nav-inbox")}</Term>} lead={t("inbox-lead")}>
      <FailureNote failure={error === null ? null : toFailure(error)} />
      {items !== undefined && items.length > 0 && <Waiting items={items} />}
      {links.length > 0 && <WaitingLinks links={links} />}
      {items?.length === 0 && links.length === 0 && <NothingWaits />}
    </Page>
  );
}
