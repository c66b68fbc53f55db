/** How far back mails are looked through, in years; nothing: all of them. */
export const PERIODS = ["all", "1", "3", "5"] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of a period that ends today, as YYYY-MM-DD. */
export function since(period: Period, today: Date): string | null {
  if (period === "all") return null;
  const first = new Date(Date.UTC(today.getFullYear() - Number(period), today.getMonth(), today.getDate()));
  return first.toISOString().slice(0, 10);
}
