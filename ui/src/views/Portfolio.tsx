import { Briefcase, CircleCheck, Plus, Save, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "../components/Button";
import { Callout } from "../components/Callout";
import { Empty } from "../components/Empty";
import { Page, PageTitle } from "../components/Page";
import { Wait } from "../components/Wait";
import { FailureNote } from "../marks/FailureNote";
import { AboutYou } from "../portfolios/AboutYou";
import { Before } from "../portfolios/Before";
import { ChooseBadges } from "../portfolios/ChooseBadges";
import { Ledger } from "../portfolios/Ledger";
import { Preview } from "../portfolios/Preview";
import { Shown } from "../portfolios/Shown";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { usePortfolio } from "./usePortfolio";

type PortfolioProps = { stack?: string; badge?: string };
type State = ReturnType<typeof usePortfolio>;

function ThingsToLookAt({ count }: { count: number }) {
  const t = useText();
  if (count === 0) return null;
  return (
    <div className="compose__note">
      <TriangleAlert className="icon tone-unsure" />
      <span className="grow">{t("portfolio-things", { count })}</span>
      <Button kind="quiet" onPress={() => document.getElementById("before")?.focus()}>
        {t("portfolio-look")}
      </Button>
    </div>
  );
}

function Left({ state, onAdd }: { state: State; onAdd: () => void }) {
  const t = useText();
  const { draft, change, cards, all = [], saved } = state;
  const warnings = state.preview?.warnings ?? [];
  return (
    <div className="compose__left stack">
      <div>
        <PageTitle>
          <Term word="portfolio">{t("nav-portfolio")}</Term>
        </PageTitle>
        <p className="muted">{t("portfolio-lead")}</p>
      </div>
      <FailureNote failure={state.failure} />
      {saved !== null && (
        <Callout tone="good" icon={CircleCheck} title={t("portfolio-saved", { name: saved.name })} role="status">
          <p>{t("portfolio-saved-text")}</p>
        </Callout>
      )}
      <Shown
        cards={cards}
        leftOut={all.length - cards.length}
        stacks={state.stacks}
        onAdd={onAdd}
        onStack={(id) => void state.takeStack.run(id)}
        onTakeOut={(id) => change({ badges: draft.badges.filter((one) => one !== id) })}
      />
      <AboutYou draft={draft} change={change} />
      {cards.length > 0 && <Before warnings={warnings} />}
      <p className="small muted">{t("portfolio-later")}</p>
      <Ledger shares={state.shares} />
      <ThingsToLookAt count={warnings.length} />
    </div>
  );
}

/** Left what goes out, right the page as the other person sees it. */
export function Portfolio(from: PortfolioProps) {
  const t = useText();
  const state = usePortfolio(from);
  const [choosing, setChoosing] = useState(false);
  if (state.all === undefined && state.failure === null) return <Wait />;
  if (state.all?.length === 0) {
    const add = (
      <ButtonLink kind="primary" href="#/add">
        <Plus className="icon" />
        {t("nav-add")}
      </ButtonLink>
    );
    return (
      <Page title={<Term word="portfolio">{t("nav-portfolio")}</Term>} lead={t("portfolio-lead")}>
        <Empty icon={Briefcase} title={t("portfolio-empty")} act={add}>
          {t("portfolio-empty-text")}
        </Empty>
      </Page>
    );
  }
  const save = (
    <Button
      kind="primary"
      isPending={state.save.busy}
      isDisabled={state.cards.length === 0}
      onPress={() => void state.save.run(undefined)}
    >
      <Save className="icon" />
      {t("portfolio-save")}
    </Button>
  );
  return (
    <div className="compose">
      <Left state={state} onAdd={() => setChoosing(true)} />
      <Preview preview={state.preview} act={save} />
      {choosing && (
        <ChooseBadges
          before={state.draft.badges}
          open
          onClose={() => setChoosing(false)}
          onChosen={(badges) => {
            state.change({ badges });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}
