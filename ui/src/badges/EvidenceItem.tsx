import { Download, Eye, FileText, Link2, type LucideIcon, TextQuote, Trash2 } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { EvidenceView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Confirm } from "../components/Confirm";
import { More, type MoreItem } from "../components/More";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { OutsideLink } from "../marks/OutsideLink";
import { useText, useWords } from "../words/context";
import { bytes, dateOnly } from "../words/dates";
import { EvidenceShow } from "./EvidenceShow";

const ICONS: Record<EvidenceView["kind"], LucideIcon> = { file: FileText, link: Link2, text: TextQuote };

function useActs(one: EvidenceView) {
  const t = useText();
  const backend = useBackend();
  const save = useAction(async () => {
    const saved = await backend.saveEvidence(one.id);
    if (saved !== null) toast(t("ui-saved-as", { name: saved.name }));
  });
  const remove = useAction(async () => {
    await backend.removeEvidence(one.id);
    toast(t("evidence-removed", { name: one.name }));
  });
  return { save, remove };
}

/** One piece of the person's own evidence: look at it, save it, take it off again. */
export function EvidenceItem({ one }: { one: EvidenceView }) {
  const t = useText();
  const { locale } = useWords();
  const { save, remove } = useActs(one);
  const [open, setOpen] = useState<"show" | "remove" | null>(null);
  const Icon = ICONS[one.kind];
  const size = one.bytes === null || one.kind === "text" ? null : bytes(one.bytes, locale);
  const facts = [one.caption, size, t("evidence-added", { date: dateOnly(one.addedAt, locale) })].filter(Boolean);
  const items: MoreItem[] = [
    { id: "remove", label: t("ui-remove"), icon: Trash2, run: () => setOpen("remove"), danger: true },
  ];
  if (one.kind !== "link") {
    items.unshift({ id: "save", label: t("evidence-save"), icon: Download, run: () => void save.run(undefined) });
    items.unshift({ id: "show", label: t("ui-show"), icon: Eye, run: () => setOpen("show") });
  }
  return (
    <li className="list__row">
      <Icon className="icon" />
      <span className="grow">
        <span className="list__title" dir="auto">
          {one.url === null ? one.name : <OutsideLink url={one.url}>{one.name}</OutsideLink>}
        </span>
        <span className="small muted block" dir="auto">
          {facts.join(" · ")}
        </span>
        <FailureNote failure={save.failure ?? remove.failure} />
      </span>
      <More label={t("ui-more-for", { name: one.name })} items={items} />
      {open === "show" && <EvidenceShow one={one} onClose={() => setOpen(null)} />}
      <Confirm
        title={t("evidence-remove-title", { name: one.name })}
        open={open === "remove"}
        onClose={() => setOpen(null)}
        onConfirm={() => {
          setOpen(null);
          void remove.run(undefined);
        }}
        keep={t("evidence-keep")}
        remove={t("ui-remove")}
      >
        <p>{t("evidence-remove-text")}</p>
      </Confirm>
    </li>
  );
}
