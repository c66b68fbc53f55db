import { navigate } from "wouter/use-hash-location";
import { MailAccount } from "../accounts/MailAccount";
import { PlatformAccount } from "../accounts/PlatformAccount";
import { Page } from "../components/Page";
import { useText } from "../words/context";

/** What was begun goes on in Add, where it can be watched and stopped. */
const begun = () => navigate("/add");

/** An account elsewhere that badges come from: a mailbox, or a badge platform. */
export function NewAccount({ kind }: { kind: "mail" | "platform" }) {
  const t = useText();
  const back = { href: "#/add", label: t("nav-add") };
  return (
    <Page title={t(`account-new-${kind}`)} lead={t(`account-new-${kind}-lead`)} back={back} narrow>
      {kind === "mail" ? <MailAccount onBegun={begun} /> : <PlatformAccount onBegun={begun} />}
    </Page>
  );
}
