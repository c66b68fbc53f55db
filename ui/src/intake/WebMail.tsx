import { TextQuote } from "lucide-react";
import { ButtonLink } from "../components/Button";
import { Callout } from "../components/Callout";
import { useText } from "../words/context";

/** Text out of a web mail looks whole, but the badge was attached to the mail and is not in it. */
export function WebMail() {
  const t = useText();
  return (
    <Callout tone="unsure" icon={TextQuote} title={t("web-mail-title")} level={3}>
      <p>{t("web-mail-text")}</p>
      <div className="row">
        <ButtonLink href="#/add/guide">{t("web-mail-guide")}</ButtonLink>
      </div>
    </Callout>
  );
}
