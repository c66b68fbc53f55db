import type { Backend, EvidenceView } from "../backend";
import { textOf } from "../base64";
import { CHECKED_AT } from "./checks";
import { soon } from "./soon";
import type { Store } from "./store";

type Part = Pick<
  Backend,
  | "chooseEvidence"
  | "addEvidenceFile"
  | "addEvidenceLink"
  | "addEvidenceText"
  | "removeEvidence"
  | "evidenceContent"
  | "saveEvidence"
>;
type Given = Pick<EvidenceView, "kind" | "name"> & Partial<EvidenceView>;

function attach(store: Store, badge: string, given: Given, text?: string): EvidenceView {
  const blank = { caption: "", mediaType: null, bytes: null, url: null, addedAt: CHECKED_AT };
  const view = { ...blank, ...given, id: store.next("e") };
  const record = store.record(badge);
  store.kept.set(badge, { ...record, evidence: [...record.evidence, view] });
  if (text !== undefined) store.texts.set(view.id, text);
  store.tell({ badges: [badge] });
  return view;
}

const holderOf = (store: Store, id: string) =>
  [...store.kept.values()].find((record) => record.evidence.some((one) => one.id === id));

function remove(store: Store, id: string): null {
  const record = holderOf(store, id);
  if (record === undefined) return null;
  store.kept.set(record.card.id, { ...record, evidence: record.evidence.filter((one) => one.id !== id) });
  return store.tell({ badges: [record.card.id] });
}

export const evidence = (store: Store): Part => ({
  chooseEvidence: (badge, caption) =>
    soon(() =>
      attach(store, badge, {
        kind: "file",
        name: "Summer party plan.pdf",
        caption,
        mediaType: "application/pdf",
        bytes: 182_400,
      }),
    ),
  addEvidenceFile: (badge, file, caption) =>
    soon(() => {
      const text = textOf(file);
      return attach(
        store,
        badge,
        { kind: "file", name: file.name, caption, mediaType: "text/plain", bytes: text.length },
        text,
      );
    }),
  addEvidenceLink: (badge, url, name, caption) =>
    soon(() => attach(store, badge, { kind: "link", name: name || url, caption, url })),
  addEvidenceText: (badge, name, text) =>
    soon(() => attach(store, badge, { kind: "text", name, mediaType: "text/plain", bytes: text.length }, text)),
  removeEvidence: (id) => soon(() => remove(store, id)),
  evidenceContent: (id) =>
    soon(() => {
      const text = store.texts.get(id);
      return text === undefined ? { kind: "opaque" } : { kind: "text", text };
    }),
  saveEvidence: (id) =>
    soon(() => ({ name: holderOf(store, id)?.evidence.find((one) => one.id === id)?.name ?? "", bytes: 182_400 })),
});
