import { AtSign, Award, FolderSearch, Mails, ScanSearch, Sparkles } from "lucide-react";
import { useEffect, useRef } from "react";
import { Page, Section } from "../components/Page";
import { Tile } from "../components/Tile";
import { AddDrop } from "../intake/AddDrop";
import { Guide } from "../intake/Guide";
import { JobList } from "../intake/JobList";
import { LinkField } from "../intake/LinkField";
import { Results } from "../intake/Results";
import { useAdding } from "../intake/useAdding";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Say } from "../words/Say";
import { Term } from "../words/Term";

/** Mails, pictures and files go in here; what was found in them is said at once. */
export function Add({ guide }: { guide: boolean }) {
  const t = useText();
  const adding = useAdding();
  const help = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (guide) help.current?.scrollIntoView();
  }, [guide]);
  return (
    <Page title={t("nav-add")} lead={<Say id="add-lead" elems={{ term: <Term word="baked-picture" /> }} />}>
      <FailureNote failure={adding.failure} />
      {adding.result !== null && <Results result={adding.result} onOffered={adding.offered} />}
      <div className="stack">
        <JobList />
        <AddDrop adding={adding} />
        <LinkField onLink={adding.link} />
      </div>
      <div ref={help}>
        <Section title={t("guide-title")} lead={t("guide-lead")}>
          <Guide />
        </Section>
      </div>
      <Section title={t("add-other")}>
        <div className="tiles">
          <Tile icon={Mails} title={t("add-mailbox")} onPress={adding.choose}>
            {t("add-mailbox-text")}
          </Tile>
          <Tile icon={FolderSearch} title={t("add-folder")} onPress={adding.chooseFolder}>
            {t("add-folder-text")}
          </Tile>
          <Tile icon={AtSign} title={t("add-mail")} href="#/account/mail">
            {t("add-mail-text")}
          </Tile>
          <Tile icon={Award} title={t("add-platform")} href="#/account/platform">
            {t("add-platform-text")}
          </Tile>
          <Tile icon={Sparkles} title={t("empty-samples")} onPress={adding.samples}>
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
