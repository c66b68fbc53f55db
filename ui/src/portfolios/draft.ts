import type { PortfolioRequest, StackView } from "../backend/backend";
import type { Locale } from "../words/catalogues";

/** What is being put together. Nothing is in it that was not chosen. */
export type Draft = PortfolioRequest;

export const fresh = (language: Locale): Draft => ({
  title: "",
  text: "",
  name: "",
  language,
  badges: [],
  stack: null,
  includeEvidence: false,
});

/** A stack brings its badges, its name and its text; what the person wrote themselves stays. */
export function withStack(draft: Draft, stack: StackView): Draft {
  return {
    ...draft,
    stack: stack.id,
    badges: stack.items.map((card) => card.id),
    title: draft.title === "" ? stack.title : draft.title,
    text: draft.text === "" ? stack.description : draft.text,
  };
}

export const withBadge = (draft: Draft, id: string): Draft =>
  draft.badges.includes(id) ? draft : { ...draft, badges: [...draft.badges, id] };

/** Badges that were chosen once and have left the backpack since are no longer part of it. */
export function onlyKept(draft: Draft, kept: ReadonlySet<string>): Draft {
  const badges = draft.badges.filter((id) => kept.has(id));
  return badges.length === draft.badges.length ? draft : { ...draft, badges };
}
