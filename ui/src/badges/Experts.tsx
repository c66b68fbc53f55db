import { FileCode } from "lucide-react";
import type { BadgeView, CopyView } from "../backend/backend";
import { CopyButton } from "../components/CopyBox";
import { Facts } from "../components/Facts";
import { Fold } from "../components/Fold";
import { markWord } from "../marks/marks";
import { useText } from "../words/context";
import { Term } from "../words/Term";

function OneCopy({ copy, many }: { copy: CopyView; many: boolean }) {
  const t = useText();
  return (
    <div className="stack copy">
      <Facts
        facts={[
          [<Term key="copy" word="copy" />, many ? t(copy.leading ? "copy-leading" : "copy-other") : null],
          [t("badge-status"), many ? t(markWord(copy.mark)) : null],
          [t("copy-format"), copy.format],
          [t("copy-securing"), copy.securing],
          [t("copy-container"), copy.container],
          [t("copy-digest"), <code key="digest">{copy.digest}</code>],
        ]}
      />
      <pre className="raw raw--scroll" tabIndex={0} role="region" aria-label={t("copy-raw")}>
        {copy.raw}
      </pre>
      <div>
        <CopyButton text={copy.raw} name={t("copy-raw")} />
      </div>
    </div>
  );
}

/** The badge as it was issued, each copy by itself. The only place where it is shown as a machine reads it. */
export function Experts({ badge }: { badge: BadgeView }) {
  const t = useText();
  return (
    <section className="section">
      <Fold level={2} icon={FileCode} title={t("badge-experts")}>
        <Facts facts={[[<Term key="issuer" word="issuer" />, <code key="id">{badge.issuer.id}</code>]]} />
        {badge.copies.map((copy) => (
          <OneCopy key={copy.digest} copy={copy} many={badge.copies.length > 1} />
        ))}
      </Fold>
    </section>
  );
}
