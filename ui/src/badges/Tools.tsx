import { ArrowUpDown, LayoutGrid, List, Search, X } from "lucide-react";
import { Button, Input, SearchField } from "react-aria-components";
import type { BadgeQuery, Mark, MarkCount } from "../backend/backend";
import { Choose } from "../components/Choose";
import { Chips } from "../components/Chips";
import { Segmented } from "../components/Segmented";
import { LOOKS, MARKS, markWord } from "../marks/marks";
import { useText } from "../words/context";

export type Layout = "grid" | "list";

type ToolsProps = {
  query: BadgeQuery;
  change: (part: Partial<BadgeQuery>) => void;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  find: boolean;
};

const SORTS: readonly BadgeQuery["sort"][] = ["newest", "oldest", "name", "issuer"];

/** Search, order, and grid or list. */
export function Tools({ query, change, layout, onLayout, find }: ToolsProps) {
  const t = useText();
  return (
    <div className="toolbar">
      <SearchField
        className="inputgroup search"
        aria-label={t("backpack-search")}
        value={query.words}
        onChange={(words) => change({ words })}
        autoFocus={find}
      >
        <Search className="icon" />
        <Input className="input" placeholder={t("backpack-search")} />
        <Button className="btn btn--icon search__clear" aria-label={t("backpack-search-clear")}>
          <X className="icon" />
        </Button>
      </SearchField>
      <Choose
        icon={ArrowUpDown}
        label={t("backpack-sort")}
        value={query.sort}
        options={SORTS.map((id) => ({ id, label: t(`backpack-sort-${id}`) }))}
        onChange={(sort) => change({ sort })}
      />
      <Segmented
        label={t("backpack-layout")}
        value={layout}
        onChange={onLayout}
        options={[
          { id: "grid", label: t("backpack-grid"), icon: LayoutGrid },
          { id: "list", label: t("backpack-list"), icon: List },
        ]}
      />
    </div>
  );
}

type FiltersProps = { counts: readonly MarkCount[]; mark: Mark | null; onMark: (mark: Mark | null) => void };

/** One chip for each mark that there is, with how many bear it. */
export function Filters({ counts, mark, onMark }: FiltersProps) {
  const t = useText();
  const there = MARKS.map((one) => ({ one, count: counts.find((entry) => entry.mark === one)?.count ?? 0 })).filter(
    ({ one, count }) => count > 0 || one === mark,
  );
  const chips = there.map(({ one, count }) => {
    const { icon: Icon, tone } = LOOKS[one];
    const label = (
      <>
        <Icon className={`icon icon--sm tone-${tone}`} />
        {t(markWord(one))}
      </>
    );
    return { id: one, label, count };
  });
  const all = {
    id: "all" as const,
    label: t("backpack-all"),
    count: counts.reduce((sum, entry) => sum + entry.count, 0),
  };
  return (
    <Chips<Mark | "all">
      label={t("backpack-filter")}
      value={mark ?? "all"}
      chips={[all, ...chips]}
      onChange={(now) => onMark(now === "all" ? null : now)}
    />
  );
}
