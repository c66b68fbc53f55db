import { FileText, Plus, Signature, User } from "lucide-react";
import { useState } from "react";
import type { BadgeView, IssuerEvidenceView } from "../backend/backend";
import { Button } from "../components/Button";
import { Section } from "../components/Page";
import { OutsideLink } from "../marks/OutsideLink";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { AddEvidence } from "./AddEvidence";
import { EvidenceItem } from "./EvidenceItem";

function FromIssuer({ one }: { one: IssuerEvidenceView }) {
  const t = useText();
  const name = one.name ?? one.url ?? t("evidence-unnamed");
  return (
    <li className="list__row">
      <FileText className="icon" />
      <span className="grow">
        <span className="list__title" dir="auto">
          {one.url === null ? name : <OutsideLink url={one.url}>{name}</OutsideLink>}
        </span>
        {one.narrative !== null && (
          <span className="small muted block" dir="auto">
            {one.narrative}
          </span>
        )}
      </span>
    </li>
  );
}

/** What shows that the person can do it: the issuer's part, and their own. */
export function Evidence({ badge }: { badge: BadgeView }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const { issuerEvidence, evidence } = badge;
  return (
    <Section title={<Term word="evidence">{t("check-evidence")}</Term>} lead={t("evidence-lead")}>
      <div className="evid">
        <div className="stack evid__part">
          <h3 className="row">
            <Signature className="icon icon--sm tone-good" />
            {t("evidence-issuer")}
          </h3>
          {issuerEvidence.length === 0 ? (
            <p className="muted">{t("evidence-issuer-none")}</p>
          ) : (
            <ul className="list">
              {issuerEvidence.map((one, at) => (
                <FromIssuer key={`${one.url ?? one.name ?? ""}-${at}`} one={one} />
              ))}
            </ul>
          )}
        </div>
        <div className="stack evid__part">
          <h3 className="row">
            <User className="icon icon--sm" />
            {t("evidence-yours")}
          </h3>
          {evidence.length === 0 ? (
            <p className="muted">{t("evidence-yours-none")}</p>
          ) : (
            <ul className="list">
              {evidence.map((one) => (
                <EvidenceItem key={one.id} one={one} />
              ))}
            </ul>
          )}
          <Button kind="quiet" start onPress={() => setAdding(true)}>
            <Plus className="icon" />
            {t("evidence-add")}
          </Button>
        </div>
      </div>
      {adding && <AddEvidence badge={badge.card.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}
