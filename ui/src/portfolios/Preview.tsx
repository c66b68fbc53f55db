import { useState } from "react";
import type { PortfolioPreview } from "../backend/backend";
import { Segmented } from "../components/Segmented";
import { useText, useWords } from "../words/context";
import { bytes } from "../words/dates";
import type { ReactNode } from "react";

type PreviewProps = { preview: PortfolioPreview | undefined; act: ReactNode };

/** The very page that would be saved. It holds no script, and the frame would run none. */
export function Preview({ preview, act }: PreviewProps) {
  const t = useText();
  const { locale } = useWords();
  const [as, setAs] = useState<"page" | "phone">("page");
  const kinds = [
    { id: "page", label: t("portfolio-as-page") },
    { id: "phone", label: t("portfolio-as-phone") },
  ] as const;
  return (
    <section className="compose__right" aria-label={t("portfolio-preview")}>
      <div className="compose__bar">
        <div>
          <h2 className="compose__title">{t("portfolio-preview")}</h2>
          {preview !== undefined && (
            <p className="small muted">{t("portfolio-size", { size: bytes(preview.bytes, locale) })}</p>
          )}
        </div>
        <span className="push row">
          <Segmented label={t("portfolio-preview-as")} value={as} options={kinds} onChange={setAs} />
          {act}
        </span>
      </div>
      <div className={as === "phone" ? "paper paper--phone" : "paper"}>
        {preview === undefined ? (
          <p className="paper__empty">{t("portfolio-preview-empty")}</p>
        ) : (
          <iframe className="paper__frame" title={t("portfolio-preview")} sandbox="" srcDoc={preview.html} />
        )}
      </div>
    </section>
  );
}
