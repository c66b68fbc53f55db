import { Backpack, Globe } from "lucide-react";
import { useState } from "react";
import type { InboxItem } from "../backend/backend";
import { Button, type ButtonKind } from "../components/Button";
import { BadgePicture } from "../marks/BadgePicture";
import { useHours } from "../marks/Hours";
import { MarkStatus } from "../marks/MarkStatus";
import { PerhapsSame } from "../marks/PerhapsSame";
import { verdictOf } from "../marks/sentences";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { useSentence } from "../words/useSentence";
import { CloserLook } from "./CloserLook";

export type Decide = {
  keep: (item: InboxItem) => void;
  leaveOut: (item: InboxItem) => void;
  ask: (item: InboxItem) => void;
};

type CandidateProps = { item: InboxItem; decide: Decide; busy: boolean; filled: boolean };

/** The answers to a badge. The quieter one is the one that most people should not give. */
function Answers({ item, decide, busy, filled, onLook }: CandidateProps & { onLook: () => void }) {
  const t = useText();
  const { mark } = item.card;
  const bad = mark === "not-genuine" || mark === "damaged";
  const open = mark === "inconclusive" && item.wantedHosts.length > 0;
  const keep = (kind: ButtonKind, word: string) => (
    <Button kind={kind} isPending={busy} onPress={() => decide.keep(item)}>
      {kind !== "quiet" && <Backpack className="icon" />}
      {t(word)}
    </Button>
  );
  const leave = (kind: ButtonKind) => (
    <Button kind={kind} onPress={() => decide.leaveOut(item)}>
      {t("inbox-leave-out")}
    </Button>
  );
  return (
    <div className="cand__do">
      {bad && leave("secondary")}
      {open && (
        <Button onPress={() => decide.ask(item)}>
          <Globe className="icon" />
          {t("inbox-ask")}
        </Button>
      )}
      {!bad && !open && keep(filled ? "primary" : "secondary", "inbox-keep")}
      <Button kind="quiet" onPress={onLook}>
        {t(bad ? "inbox-what-changed" : "inbox-look")}
      </Button>
      {open && keep("quiet", "inbox-keep-unchecked")}
      {bad && keep("quiet", `inbox-keep-${mark}`)}
      {!bad && leave("quiet")}
    </div>
  );
}

function Says({ item }: { item: InboxItem }) {
  const t = useText();
  const words = useWords();
  const say = useSentence();
  const { card, checks } = item;
  const { says, but, next } = verdictOf({ ...card, checks }, words);
  const recipient = checks.find((check) => check.id === "recipient");
  return (
    <div className="cand__say">
      <p>{says}</p>
      {but !== null && <p className="muted">{but}</p>}
      {next !== null && <p className="muted">{next}</p>}
      {item.recipient === "match" && recipient !== undefined && <p className="muted">{say(recipient).message}</p>}
      {item.recipient === "mismatch" && (
        <p className="tone-unsure">
          {t("inbox-mismatch")} <a href="#/settings">{t("inbox-mismatch-next")}</a>
        </p>
      )}
      {item.decision !== "new" && <p className="muted">{t(`inbox-${item.decision}`)}</p>}
      <PerhapsSame cards={item.perhapsSame} />
    </div>
  );
}

/** A badge that was found and waits for a yes. */
export function Candidate({ item, decide, busy, filled }: CandidateProps) {
  const t = useText();
  const { locale } = useWords();
  const hours = useHours();
  const [looking, setLooking] = useState(false);
  const { card, mail } = item;
  const bad = card.mark === "not-genuine";
  const facts = [
    bad ? t("badge-claims", { issuer: card.issuer }) : card.issuer,
    !bad && card.issued !== null && t("badge-given", { date: dateOnly(card.issued, locale) }),
    hours(card.minutes),
  ].filter((fact) => typeof fact === "string");
  return (
    <li className="cand" data-badge={card.id}>
      <span className="plinth">
        <BadgePicture picture={card.picture} mark={card.mark} />
      </span>
      <article>
        <div className="cand__head">
          <div>
            <h3 tabIndex={-1} dir="auto">
              {card.name}
            </h3>
            <p className="muted small" dir="auto">
              {facts.join(" · ")}
            </p>
            {mail !== null && (
              <p className="muted small">{t("inbox-mail", { subject: mail.subject, from: mail.from })}</p>
            )}
          </div>
          <MarkStatus mark={card.mark} pill />
        </div>
        <Says item={item} />
        <Answers item={item} decide={decide} busy={busy} filled={filled} onLook={() => setLooking(true)} />
      </article>
      <CloserLook item={item} open={looking} onClose={() => setLooking(false)} />
    </li>
  );
}
