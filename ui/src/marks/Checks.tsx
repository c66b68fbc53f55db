import { ChevronDown } from "lucide-react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import type { CheckId, CheckView } from "../backend/backend";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";
import type { TradeWord } from "../words/glossary";
import { Term } from "../words/Term";
import { useSentence } from "../words/useSentence";
import { isQuiet, outcomeLook } from "./marks";

/** The word of the trade that a check is about, explained inside its fold. */
const ABOUT: Partial<Record<CheckId, TradeWord>> = {
  proof: "signature",
  "issuer-key": "signature",
  "issuer-identity": "issuer",
  "validity-period": "expired",
  status: "withdrawn",
  recipient: "recipient",
  image: "baked-picture",
  evidence: "evidence",
};

function CheckMore({ check, next }: { check: CheckView; next: string | null }) {
  const t = useText();
  const words = useWords();
  const say = useSentence();
  const about = ABOUT[check.id];
  return (
    <dl className="facts">
      {next !== null && (
        <div className="facts__pair">
          <dt>{t("check-next")}</dt>
          <dd>{next}</dd>
        </div>
      )}
      {check.notes.map((note, at) => (
        <div className="facts__pair" key={`${note.code}-${at}`}>
          <dt>{t("check-note")}</dt>
          <dd>{say(note).message}</dd>
        </div>
      ))}
      {check.documents.map((document) => (
        <div className="facts__pair" key={document.url}>
          <dt>{t("check-looked-at")}</dt>
          <dd>
            <bdi className="small">{document.url}</bdi>
            <span className="small muted block">
              {t("check-document", { origin: document.origin, at: moment(document.at, words.locale) })}
            </span>
          </dd>
        </div>
      ))}
      {about !== undefined && (
        <div className="facts__pair">
          <dt>{t("check-word")}</dt>
          <dd>
            <Term word={about} />
          </dd>
        </div>
      )}
      <div className="facts__pair">
        <dt>{t("check-code")}</dt>
        <dd>
          <code>{check.code}</code>
        </dd>
      </div>
    </dl>
  );
}

function CheckRow({ check, level }: { check: CheckView; level: 3 | 4 }) {
  const t = useText();
  const say = useSentence();
  const { icon: Icon, tone, word } = outcomeLook(check);
  const { message, next } = say(check);
  return (
    <Disclosure className="checkrow" defaultExpanded={!isQuiet(check)} data-check={check.id}>
      <Heading level={level} className="checkrow__heading">
        <Button slot="trigger" className="checkrow__summary">
          <Icon className={`icon checkrow__icon tone-${tone}`} />
          <span>
            <span className="checkrow__title">
              {t(`check-${check.id}`)}
              <span className={`word tone-${tone}`}>{t(word)}</span>
            </span>
            <span className="checkrow__say">{message}</span>
          </span>
          <ChevronDown className="icon chev" />
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="checkrow__more">
          <CheckMore check={check} next={next} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** What was checked, line by line. Only lines that are not good are open. */
export function Checks({ checks, level = 3 }: { checks: readonly CheckView[]; level?: 3 | 4 }) {
  return (
    <div className="checks">
      {checks.map((check) => (
        <CheckRow key={check.id} check={check} level={level} />
      ))}
    </div>
  );
}
