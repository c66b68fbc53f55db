import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useAction } from "../backend/action";
import type { BadgeCard, SavedView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { ALL_BADGES, useBadges, useShares, useStacks } from "../backend/queries";
import { type Draft, fresh, onlyKept, withBadge, withStack } from "../portfolios/draft";
import { useWords } from "../words/context";

// Kept while the window is open, so that looking at a badge in between loses nothing.
let kept: Draft | null = null;

/** The value as it was once it has stood still: typing asks for no preview at each letter. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** Forgets what was being put together: the backpack was closed. */
export function forgetDraft(): void {
  kept = null;
}

/** Everything Portfolio shows and does. `stack` or `badge` bring something in from another view. */
export function usePortfolio(from: { stack?: string; badge?: string }) {
  const backend = useBackend();
  const { locale } = useWords();
  const [draft, setDraft] = useState<Draft>(() => {
    const before = kept ?? fresh(locale);
    return from.badge === undefined ? before : withBadge(before, from.badge);
  });
  const list = useBadges(ALL_BADGES);
  const all = list.data?.items;
  useEffect(() => {
    kept = draft;
  }, [draft]);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const takeStack = useAction(async (id: string) => {
    const stack = await backend.stack(id);
    setDraft((before) => withStack(before, stack));
  });
  const { run } = takeStack;
  useEffect(() => {
    if (from.stack !== undefined) void run(from.stack);
  }, [from.stack, run]);
  const present = all === undefined ? draft : onlyKept(draft, new Set(all.map((card) => card.id)));
  const settled = useSettled(present, 300);
  const preview = useQuery({
    queryKey: ["badge", "preview", settled],
    queryFn: () => backend.previewPortfolio(settled),
    enabled: settled.badges.length > 0,
    placeholderData: keepPreviousData,
  });
  const [saved, setSaved] = useState<SavedView | null>(null);
  const save = useAction(async () => setSaved(await backend.savePortfolio(present)));
  const cards = present.badges
    .map((id) => all?.find((card) => card.id === id))
    .filter((card): card is BadgeCard => card !== undefined);
  const failed = list.error ?? preview.error;
  return {
    draft: present,
    change,
    all,
    cards,
    stacks: useStacks().data ?? [],
    shares: useShares().data ?? [],
    takeStack,
    preview: present.badges.length === 0 ? undefined : preview.data,
    save,
    saved,
    failure: save.failure ?? takeStack.failure ?? (failed === null ? null : toFailure(failed)),
  };
}
