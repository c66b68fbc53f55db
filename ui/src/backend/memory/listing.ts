import type { BadgeCard, BadgeList, BadgeQuery, Mark, MarkCount } from "../bindings";
import type { Store } from "./store";

const sorts: Record<BadgeQuery["sort"], (a: BadgeCard, b: BadgeCard) => number> = {
  newest: (a, b) => (b.issued ?? "").localeCompare(a.issued ?? ""),
  oldest: (a, b) => (a.issued ?? "").localeCompare(b.issued ?? ""),
  name: (a, b) => a.name.localeCompare(b.name),
  issuer: (a, b) => a.issuer.localeCompare(b.issuer),
};

export const minutesOf = (items: readonly BadgeCard[]): number =>
  items.reduce((sum, card) => sum + (card.minutes ?? 0), 0);

/** The badges that fit, as the real search would find them. */
export function listBadges(store: Store, query: BadgeQuery): BadgeList {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = [...store.kept.values()].filter(({ card, description, competencies }) => {
    const skills = competencies.map((one) => one.name).join(" ");
    const text = `${card.name} ${card.issuer} ${description ?? ""} ${skills}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const counts = new Map<Mark, number>();
  for (const { card } of fits) counts.set(card.mark, (counts.get(card.mark) ?? 0) + 1);
  const shown = fits.map(({ card }) => card).filter((card) => query.mark === null || card.mark === query.mark);
  return {
    items: shown.sort(sorts[query.sort]).slice(query.offset, query.offset + query.limit),
    total: shown.length,
    counts: [...counts].map(([mark, count]): MarkCount => ({ mark, count })),
    minutes: minutesOf(shown),
  };
}
