import { FluentBundle, FluentResource } from "@fluent/bundle";
import { negotiateLanguages } from "@fluent/langneg";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

// Every catalogue of every language, also those that other rooms of the house write.
const sources = import.meta.glob<string>("../../../locales/*/*.ftl", { query: "?raw", import: "default", eager: true });

export const sourcesOf = (locale: Locale): [path: string, text: string][] =>
  Object.entries(sources).filter(([path]) => path.includes(`/locales/${locale}/`));

const isLocale = (name: string | undefined): name is Locale => LOCALES.some((locale) => locale === name);

/** What the person chose, or the first of the system's languages that we speak. */
export function negotiate(chosen: string | null, wished: readonly string[]): Locale {
  if (isLocale(chosen ?? undefined)) return chosen as Locale;
  const [best] = negotiateLanguages([...wished], [...LOCALES], { defaultLocale: "en", strategy: "lookup" });
  return isLocale(best) ? best : "en";
}

const made = new Map<Locale, FluentBundle>();

export function bundle(locale: Locale): FluentBundle {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const fresh = new FluentBundle(locale);
  for (const [, text] of sourcesOf(locale)) fresh.addResource(new FluentResource(text), { allowOverrides: false });
  made.set(locale, fresh);
  return fresh;
}
