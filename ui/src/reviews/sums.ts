import type { Mark, ReviewView } from "../backend/backend";

export type Sums = { count: number; verified: number; minutesVerified: number; minutesNot: number };

/** What a review comes to. Only a verified badge counts as one; everything else is told apart. */
export function sums({ badges }: Pick<ReviewView, "badges">): Sums {
  const good = badges.filter((badge) => badge.mark === "verified" && !badge.describedOnly);
  const minutes = (of: typeof badges) => of.reduce((sum, badge) => sum + (badge.minutes ?? 0), 0);
  return {
    count: badges.length,
    verified: good.length,
    minutesVerified: minutes(good),
    minutesNot: minutes(badges) - minutes(good),
  };
}

const GRAVE: readonly Mark[] = ["not-genuine", "revoked", "damaged"];

/** The colour of the whole: never better than its worst badge. */
export function toneOf({ badges, profile }: ReviewView): "good" | "unsure" | "bad" | "past" {
  if (profile?.manifest === "broken" || badges.some((badge) => GRAVE.includes(badge.mark))) return "bad";
  const { count, verified } = sums({ badges });
  if (count === 0) return "past";
  return count === verified ? "good" : "unsure";
}

/** Every host that would decide more, once. */
export const wantedHosts = ({ badges }: ReviewView): string[] =>
  [...new Set(badges.flatMap((badge) => badge.wantedHosts))].sort();
