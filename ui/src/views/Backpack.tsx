import { Search } from "lucide-react";
import { useState } from "react";
import type { BadgeList, BadgeQuery } from "../backend/backend";
import { toFailure } from "../backend/failure";
import { ALL_BADGES, useBadges } from "../backend/queries";
import { BadgeGrid } from "../badges/BadgeGrid";
import { BadgeTable } from "../badges/BadgeTable";
import { Filters, type Layout, Tools } from "../badges/Tools";
import { Announce } from "../components/Announce";
import { Button } from "../components/Button";
import { Empty } from "../components/Empty";
import { Page } from "../components/Page";
import { GridSkeleton, Wait } from "../components/Wait";
import { FailureNote } from "../marks/FailureNote";
import { useHours } from "../marks/Hours";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { BackpackEmpty } from "./BackpackEmpty";

type FoundProps = { list: BadgeList; query: BadgeQuery; layout: Layout; change: (part: Partial<BadgeQuery>) => void };

function Found({ list, query, layout, change }: FoundProps) {
  const t = useText();
  if (list.items.length === 0) {
    const title = query.words === "" ? t("backpack-nothing-marked") : t("backpack-nothing", { words: query.words });
    return (
      <Empty
        sunken
        icon={Search}
        title={title}
        act={<Button onPress={() => change({ words: "", mark: null })}>{t("backpack-clear")}</Button>}
      >
        {t("backpack-nothing-text")}
      </Empty>
    );
  }
  return layout === "grid" ? (
    <BadgeGrid items={list.items} />
  ) : (
    <BadgeTable items={list.items} sort={query.sort} onSort={(sort) => change({ sort })} />
  );
}

// What the person last looked at it like: kept while the window is open.
let lastLayout: Layout = "grid";

/** All badges, as cards or as a table. */
export function Backpack({ find }: { find: boolean }) {
  const t = useText();
  const hours = useHours();
  const [query, setQuery] = useState<BadgeQuery>({ ...ALL_BADGES, sort: "newest" });
  const [layout, setLayout] = useState<Layout>(lastLayout);
  const { data: list, error } = useBadges(query);
  const change = (part: Partial<BadgeQuery>) => setQuery((before) => ({ ...before, ...part }));
  if (list === undefined)
    return error === null ? (
      <Wait>
        <GridSkeleton />
      </Wait>
    ) : (
      <Page title={t("nav-backpack")}>
        <FailureNote failure={toFailure(error)} />
      </Page>
    );
  const narrowed = query.words !== "" || query.mark !== null;
  if (list.total === 0 && !narrowed) return <BackpackEmpty />;
  const lead = narrowed
    ? t("backpack-found", { count: list.total })
    : t("backpack-lead", { count: list.total, hours: hours(list.minutes) ?? "" });
  return (
    <Page title={<Term word="backpack">{t("nav-backpack")}</Term>} lead={lead}>
      <Tools
        query={query}
        change={change}
        layout={layout}
        find={find}
        onLayout={(now) => {
          lastLayout = now;
          setLayout(now);
        }}
      />
      <Filters counts={list.counts} mark={query.mark} onMark={(mark) => change({ mark })} />
      <Announce text={narrowed ? t("backpack-found", { count: list.total }) : ""} />
      <Found list={list} query={query} layout={layout} change={change} />
    </Page>
  );
}
