import { ClipboardCheck, FileWarning } from "lucide-react";
import type { Failure } from "../backend/backend";
import { ButtonLink } from "../components/Button";
import { PageTitle } from "../components/Page";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Stage } from "./Stage";

/** A backpack that cannot be opened is set aside, never deleted. */
export function Damaged({
  failure,
  chooseLocale,
}: {
  failure: Failure | null;
  chooseLocale: (locale: string) => void;
}) {
  const t = useText();
  return (
    <Stage chooseLocale={chooseLocale}>
      <div className="stage__card">
        <span className="bubble">
          <FileWarning className="icon icon--lg" />
        </span>
        <PageTitle>{t("damaged-title")}</PageTitle>
        <p>{t("damaged-text")}</p>
        <p className="muted">{t("damaged-next")}</p>
        <FailureNote failure={failure} />
        <ButtonLink block href="#/review">
          <ClipboardCheck className="icon" />
          {t("start-others")}
        </ButtonLink>
      </div>
    </Stage>
  );
}
