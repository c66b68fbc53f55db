import { useQueryClient } from "@tanstack/react-query";
import { FolderOpen, Mail, ScanSearch, Sparkles } from "lucide-react";
import { navigate } from "wouter/use-hash-location";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { hand } from "../backend/handed";
import { putJob } from "../backend/jobs";
import { Button } from "../components/Button";
import { Drop } from "../components/Drop";
import { Page, Section } from "../components/Page";
import { Tile } from "../components/Tile";
import { ThreeBadges } from "../intake/ThreeBadges";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import type { Handed } from "../backend/handed";

const toAdd = (handed: Handed) => {
  hand(handed);
  navigate("/add");
};

/** The empty backpack: what belongs in it, and three ways to begin. */
export function BackpackEmpty() {
  const t = useText();
  const backend = useBackend();
  const client = useQueryClient();
  const choose = useAction(async () => {
    const begun = await backend.chooseFiles();
    if (begun === null) return;
    putJob(client, begun);
    navigate("/add");
  });
  const samples = useAction(async () => toAdd({ added: await backend.addSamples() }));
  return (
    <Page title={<Term word="backpack">{t("nav-backpack")}</Term>} lead={t("empty-lead")}>
      <FailureNote failure={choose.failure ?? samples.failure} />
      <Drop label={t("empty-drop")} onFiles={(files) => toAdd({ files })} onText={(text) => toAdd({ text })}>
        <ThreeBadges />
        <h2>{t("empty-drop")}</h2>
        <p className="muted measure">{t("empty-drop-text")}</p>
        <Button kind="primary" isPending={choose.busy} onPress={() => void choose.run(undefined)}>
          <FolderOpen className="icon" />
          {t("empty-choose")}
        </Button>
      </Drop>
      <Section title={t("empty-other")}>
        <div className="tiles">
          <Tile icon={Mail} title={t("empty-guide")} href="#/add/guide">
            {t("empty-guide-text")}
          </Tile>
          <Tile icon={Sparkles} title={t("empty-samples")} onPress={() => void samples.run(undefined)}>
            {t("empty-samples-text")}
          </Tile>
          <Tile icon={ScanSearch} title={t("empty-review")} href="#/review">
            {t("empty-review-text")}
          </Tile>
        </div>
      </Section>
    </Page>
  );
}
