import { useText, useWords } from "../words/context";
import { hours } from "../words/dates";

/** "8 hours", or in tables "8 h". */
export function useHours(): (minutes: number | null, short?: boolean) => string | null {
  const t = useText();
  const { locale } = useWords();
  return (minutes, short = false) => {
    if (minutes === null) return null;
    return short
      ? t("hours-short", { hours: hours(minutes, locale) })
      : t("hours-long", { count: minutes / 60, hours: hours(minutes, locale) });
  };
}
