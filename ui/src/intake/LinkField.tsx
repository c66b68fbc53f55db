import { OneLine } from "../components/OneLine";
import { useText } from "../words/context";

/** Whatever a system hands on as a link to a badge: a page, or an offer for a wallet. */
const LOOKS_LIKE_ONE = /^(https|openid-credential-offer|dccrequest|org\.dcconsortium|badgefolio):\/{0,2}\S{3,}$/iu;

/** A place for a link. It is only looked at: nobody is asked before the person has seen whom. */
export function LinkField({ onLink }: { onLink: (link: string) => void }) {
  const t = useText();
  return (
    <OneLine
      label={t("link-field")}
      odd={t("link-field-odd")}
      add={t("link-field-look")}
      type="url"
      looksLikeOne={LOOKS_LIKE_ONE}
      onAdd={onLink}
    />
  );
}
