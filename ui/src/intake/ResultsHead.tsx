import { CircleCheck, CircleQuestionMark, Inbox, Link2, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { AddView, GatheredView } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { Callout, type Tone } from "../components/Callout";
import { useText } from "../words/context";

type Gathered = GatheredView & { name: string };
type ResultsHeadProps = { result: AddView; gathered: Gathered | undefined; seen: ReactNode };

/** What it comes to: new badges, only ones that are there already, only links, or nothing. */
type Came = "new" | "known" | "links" | "nothing";

const LOOKS: Record<Came, { tone: Tone; icon: LucideIcon; title: string; next: string }> = {
  new: { tone: "good", icon: CircleCheck, title: "found-title", next: "found-next" },
  known: { tone: "good", icon: CircleCheck, title: "found-title-known", next: "found-next-known" },
  links: { tone: "info", icon: Link2, title: "found-title-links", next: "found-next-links" },
  nothing: { tone: "unsure", icon: CircleQuestionMark, title: "found-title-none", next: "found-next-none" },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function counted(result: AddView, gathered: Gathered | undefined): { came: Came; count: number } {
  const of = (part: "found" | "known" | "links") => sum(result.inputs.map((input) => input[part].length));
  const { found, known } = gathered?.progress ?? { found: of("found"), known: of("known") };
  if (found > 0) return { came: "new", count: found };
  if (known > 0) return { came: "known", count: known };
  const links = of("links");
  return { came: links > 0 ? "links" : "nothing", count: links };
}

/** How much was looked through, and whether it was stopped: said where there is more than can be told one by one. */
function HowFar({ gathered: { name, progress, cancelled, broken } }: { gathered: Gathered }) {
  const t = useText();
  return (
    <p>
      {t(cancelled ? "job-stopped" : broken === null ? "job-ended" : "job-broken", { name, looked: progress.lookedAt })}{" "}
      {progress.found > 0 && progress.known > 0 && t("job-known", { count: progress.known })}
    </p>
  );
}

/** The result in a sentence, and what to do next. */
export function ResultsHead({ result, gathered, seen }: ResultsHeadProps) {
  const t = useText();
  const { came, count } = counted(result, gathered);
  const { tone, icon, title, next } = LOOKS[came];
  return (
    <Callout tone={tone} icon={icon} title={t(title, { count })} role="status">
      {gathered !== undefined && <HowFar gathered={gathered} />}
      <p>{t(next)}</p>
      <div className="row">
        {came === "new" && (
          <ButtonLink kind="primary" href="#/inbox">
            <Inbox className="icon" />
            {t("found-inbox")}
          </ButtonLink>
        )}
        {came === "nothing" && <ButtonLink href="#/add/guide">{t("web-mail-guide")}</ButtonLink>}
        {seen}
      </div>
    </Callout>
  );
}
