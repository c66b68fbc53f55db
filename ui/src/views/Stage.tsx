import { Languages } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useLandmark } from "react-aria";
import { Brand } from "../components/Brand";
import { Choose } from "../components/Choose";
import { useText, useWords } from "../words/context";
import { LANGUAGES } from "../words/languages";

type StageProps = { chooseLocale: (locale: string) => void; children: ReactNode; wide?: boolean };

/** The ground for everything that stands before the open backpack: name, language, one card. */
export function Stage({ chooseLocale, children, wide = false }: StageProps) {
  const t = useText();
  const { locale } = useWords();
  const main = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark({ role: "main", "aria-label": t("shell-content") }, main);
  return (
    <div className="stage">
      <header className="stage__head">
        <Brand />
        <span className="push" />
        <Choose
          quiet
          icon={Languages}
          label={t("start-language")}
          value={locale}
          options={LANGUAGES}
          onChange={chooseLocale}
        />
      </header>
      <main className={wide ? "stage__wide" : "stage__body"} ref={main} tabIndex={-1} {...landmarkProps}>
        {children}
      </main>
    </div>
  );
}
