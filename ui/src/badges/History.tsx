import { FileText, type LucideIcon, Mail, ShieldCheck } from "lucide-react";
import type { BadgeView, SourceView } from "../backend/backend";
import { Section } from "../components/Page";
import { markWord } from "../marks/marks";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";

type Event = { at: string; icon: LucideIcon; text: string };

function useEvents(badge: BadgeView): Event[] {
  const t = useText();
  const found = (source: SourceView): string => {
    if (source.mail !== null) return t("history-mail", { subject: source.mail.subject, from: source.mail.from });
    return source.name === "" ? t("history-paste") : t("history-file", { name: source.name });
  };
  const checks = badge.reports.map((report) => ({
    at: report.at,
    icon: ShieldCheck,
    text: t("history-checked", { mark: t(markWord(report.mark)) }),
  }));
  const sources = badge.sources.map((source) => ({
    at: source.at,
    icon: source.mail === null ? FileText : Mail,
    text: found(source),
  }));
  return [...checks, ...sources].sort((a, b) => b.at.localeCompare(a.at));
}

/** Where the badge came from, and what was found each time it was checked. */
export function History({ badge }: { badge: BadgeView }) {
  const t = useText();
  const { locale } = useWords();
  return (
    <Section title={t("history-title")}>
      <ol className="timeline">
        {useEvents(badge).map(({ at, icon: Icon, text }, index) => (
          <li key={`${at}-${index}`}>
            <span className="dot">
              <Icon className="icon" />
            </span>
            <span>
              <strong className="semi" dir="auto">
                {text}
              </strong>
              <span className="small muted block">{moment(at, locale)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
