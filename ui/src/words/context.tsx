import { LocalizationProvider, ReactLocalization } from "@fluent/react";
import { createContext, type ReactNode, use, useEffect, useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import { bundle, type Locale } from "./catalogues";
import { figures } from "./dates";
import { Words } from "./words";

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const bundles = useMemo(() => (locale === "en" ? [bundle("en")] : [bundle(locale), bundle("en")]), [locale]);
  const words = useMemo(() => new Words(locale, bundles), [locale, bundles]);
  const l10n = useMemo(() => new ReactLocalization(bundles), [bundles]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <WordsContext value={words}>
      <LocalizationProvider l10n={l10n}>
        <I18nProvider locale={figures(locale)}>{children}</I18nProvider>
      </LocalizationProvider>
    </WordsContext>
  );
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error("useWords needs a WordsProvider above it");
  return words;
}

/** The short way to a text: `const t = useText(); t("nav-inbox")`. */
export function useText(): Words["text"] {
  const words = useWords();
  return useMemo(() => words.text.bind(words), [words]);
}
