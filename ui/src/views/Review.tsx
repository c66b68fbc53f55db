import { Page } from "../components/Page";
import { useText } from "../words/context";

export function Review({ alone = false }: { alone?: boolean }) {
  const t = useText();
  return (
    <Page title={t("nav-review")} {...(alone ? { back: { href: "#/", label: t("make-back") } } : {})}>
      {null}
    </Page>
  );
}
