import { ArrowLeft, Backpack, ClipboardCheck, Info, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { type Action, useAction } from "../backend/action";
import type { AppStatus } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { PageTitle } from "../components/Page";
import { Tile } from "../components/Tile";
import { FailureNote } from "../marks/FailureNote";
import { NewPassphrase } from "../settings/NewPassphrase";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { useRefreshStatus } from "./useRefreshStatus";
import { Stage } from "./Stage";

type Make = Action<string | null, AppStatus>;

/** Without a password store nothing but a passphrase can open the backpack again: then we ask for one, and say why. */
function AskPassphrase({ make, onBack }: { make: Make; onBack: () => void }) {
  const t = useText();
  return (
    <div className="stage__card">
      <div className="stack stack--tight">
        <PageTitle>{t("make-title")}</PageTitle>
        <p className="lead">{t("make-lead")}</p>
      </div>
      <Callout tone="info" icon={Info} title={<Term word="passphrase">{t("make-why-title")}</Term>}>
        <p>{t("make-why")}</p>
      </Callout>
      <FailureNote failure={make.failure} />
      <NewPassphrase
        onChosen={(passphrase) => void make.run(passphrase)}
        buttons={
          <div className="row row--end">
            <Button kind="quiet" onPress={onBack}>
              <ArrowLeft className="icon icon--dir" />
              {t("make-back")}
            </Button>
            <Button kind="primary" type="submit" isPending={make.busy}>
              {t("make-go")}
            </Button>
          </div>
        }
      />
    </div>
  );
}

function Doors({ status, make, onMine }: { status: AppStatus; make: Make; onMine: () => void }) {
  const t = useText();
  return (
    <div className="doors">
      <PageTitle>{t("start-title")}</PageTitle>
      <p className="lead">{t("start-lead")}</p>
      <FailureNote failure={make.failure} />
      <div className="doors__two">
        <Tile big icon={Backpack} title={t("start-mine")} onPress={onMine}>
          {t("start-mine-text")}
        </Tile>
        <Tile big icon={ClipboardCheck} title={t("start-others")} onPress={() => navigate("/review")}>
          {t("start-others-text")}
        </Tile>
      </div>
      <p className="doors__promise muted">
        <ShieldCheck className="icon" />
        <span>
          {t("start-promise")} {status.keyring && t("start-keyring")}
        </span>
      </p>
    </div>
  );
}

/** Two doors: my badges, and somebody else's. With a password store the first opens at once. */
export function FirstStart({ status, chooseLocale }: { status: AppStatus; chooseLocale: (locale: string) => void }) {
  const backend = useBackend();
  const refreshed = useRefreshStatus();
  const [asking, setAsking] = useState(false);
  const make = useAction(async (passphrase: string | null) => {
    const now = await backend.createBackpack(passphrase);
    navigate("/backpack");
    refreshed(now);
    return now;
  });
  const mine = () => (status.keyring ? void make.run(null) : setAsking(true));
  return (
    <Stage chooseLocale={chooseLocale}>
      {asking ? (
        <AskPassphrase make={make} onBack={() => setAsking(false)} />
      ) : (
        <Doors status={status} make={make} onMine={mine} />
      )}
    </Stage>
  );
}
