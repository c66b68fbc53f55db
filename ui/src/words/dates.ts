import type { Locale } from "./catalogues";

// German and English as most readers here write them; the app has no other regions yet.
const region: Record<Locale, string> = { en: "en-GB", de: "de-DE" };

/** The figures of a language: dates, hours, sizes. */
export const figures = (locale: Locale): string => region[locale];

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;

/** Is this a date or an instant as a machine writes it? */
export const isWritten = (text: string): boolean => WRITTEN.test(text);

function calendarDay(text: string): Date | null {
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
}

/** An issuer's date, as the issuer wrote it: the same day on every machine, whatever its time zone. */
export function dateOnly(text: string, locale: Locale, length: "long" | "short" = "long"): string {
  const day = calendarDay(text);
  if (day === null) return text;
  const month = length === "long" ? "long" : "short";
  const format = new Intl.DateTimeFormat(region[locale], { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  return format.format(day);
}

/** An instant of our own (a check, an entry in the history): on this person's clock. */
export function moment(text: string, locale: Locale): string {
  const at = new Date(text);
  if (Number.isNaN(at.valueOf())) return text;
  return new Intl.DateTimeFormat(region[locale], { dateStyle: "long", timeStyle: "short" }).format(at);
}

/** Minutes of learning as hours, with a quarter at most behind the point. */
export function hours(minutes: number, locale: Locale): string {
  return new Intl.NumberFormat(region[locale], { maximumFractionDigits: 2 }).format(minutes / 60);
}

export function bytes(count: number, locale: Locale): string {
  const unit = count < 1000 ? "byte" : count < 1_000_000 ? "kilobyte" : "megabyte";
  const value = unit === "byte" ? count : unit === "kilobyte" ? count / 1000 : count / 1_000_000;
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(region[locale], options).format(value);
}

/** The name of a language, in the language of the window: `de` is "German" or "Deutsch". */
export function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(region[locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `2026-03` as "March 2026"; anything else as it is. */
export function monthOnly(text: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (match === null) return text;
  const first = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
  return new Intl.DateTimeFormat(region[locale], { month: "long", year: "numeric", timeZone: "UTC" }).format(first);
}
