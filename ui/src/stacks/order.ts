/** The order after the item at `at` changed places with its neighbour. At an end nothing changes. */
export function swapped(ids: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...ids];
  const here = next[at];
  const there = next[at + by];
  if (here === undefined || there === undefined) return next;
  next[at] = there;
  next[at + by] = here;
  return next;
}

/** The order after some items were dropped before or after another one. */
export function between(
  ids: readonly string[],
  moved: readonly string[],
  target: string,
  side: "before" | "after",
): string[] {
  if (moved.includes(target)) return [...ids];
  const rest = ids.filter((id) => !moved.includes(id));
  const at = rest.indexOf(target) + (side === "after" ? 1 : 0);
  return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
}
