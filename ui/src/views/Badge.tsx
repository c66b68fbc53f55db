import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { useAction } from "../backend/action";
import type { BadgeView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { useBadge } from "../backend/queries";
import { Answer } from "../badges/Answer";
import { Aside } from "../badges/Aside";
import { Competences } from "../badges/Competences";
import { Evidence } from "../badges/Evidence";
import { Experts } from "../badges/Experts";
import { History } from "../badges/History";
import { LinkedIn } from "../badges/LinkedIn";
import { Saying } from "../badges/Saying";
import { Confirm } from "../components/Confirm";
import { Crumb, Page, PageTitle, Section } from "../components/Page";
import { toast } from "../components/toasts";
import { Wait } from "../components/Wait";
import { Checks } from "../marks/Checks";
import { FailureNote } from "../marks/FailureNote";
import { OutsideLink } from "../marks/OutsideLink";
import { PutInStack } from "../stacks/PutInStack";
import { useText } from "../words/context";
import { Say } from "../words/Say";
import { Term } from "../words/Term";

function From({ badge }: { badge: BadgeView }) {
  const { name, url } = badge.issuer;
  const bad = badge.card.mark === "not-genuine";
  const issuer = url === null ? <bdi /> : <OutsideLink url={url}>{name}</OutsideLink>;
  return (
    <p className="muted from">
      <Say id={bad ? "badge-from-claims" : "badge-from"} vars={{ issuer: name }} elems={{ issuer }} />
    </p>
  );
}

function InStacks({ badge }: { badge: BadgeView }) {
  const t = useText();
  if (badge.stacks.length === 0) return null;
  return (
    <Section title={<Term word="stack">{t("nav-stacks")}</Term>}>
      <p className="row">
        {badge.stacks.map((stack) => (
          <a key={stack.id} className="tag tag--link" href={`#/stacks/${stack.id}`} dir="auto">
            {stack.title}
          </a>
        ))}
      </p>
    </Section>
  );
}

function useActs(badge: BadgeView) {
  const t = useText();
  const backend = useBackend();
  const { id, name } = badge.card;
  const save = useAction(async () => {
    const saved = await backend.saveBadgeCopy(id);
    if (saved !== null) toast(t("ui-saved-as", { name: saved.name }));
  });
  const remove = useAction(async () => {
    await backend.deleteBadge(id);
    navigate("/backpack");
    toast(t("badge-removed", { name }));
  });
  return { save, remove };
}

function Whole({ badge }: { badge: BadgeView }) {
  const t = useText();
  const { save, remove } = useActs(badge);
  const [open, setOpen] = useState<"stack" | "linkedin" | "remove" | null>(null);
  const { card } = badge;
  const close = () => setOpen(null);
  return (
    <div className="page">
      <Crumb href="#/backpack" label={t("nav-backpack")} />
      <div className="detail">
        <Aside
          badge={badge}
          acts={{
            stack: () => setOpen("stack"),
            linkedin: () => setOpen("linkedin"),
            remove: () => setOpen("remove"),
            save: () => void save.run(undefined),
          }}
        />
        <div>
          <PageTitle>{card.name}</PageTitle>
          <From badge={badge} />
          <FailureNote failure={save.failure ?? remove.failure} />
          <Answer badge={badge} onRemove={() => setOpen("remove")} />
          <Saying badge={badge} />
          <Section title={t("badge-checks")} lead={t("badge-checks-lead")}>
            <Checks checks={badge.checks} />
          </Section>
          <Competences badge={badge} />
          <Evidence badge={badge} />
          <InStacks badge={badge} />
          <History badge={badge} />
          <Experts badge={badge} />
        </div>
      </div>
      {open === "stack" && <PutInStack badge={card.id} already={badge.stacks} onClose={close} />}
      {open === "linkedin" && <LinkedIn card={card} onClose={close} />}
      <Confirm
        title={t("badge-remove-title", { name: card.name })}
        open={open === "remove"}
        onClose={close}
        onConfirm={() => void remove.run(undefined)}
        keep={t("badge-keep")}
        remove={t("ui-remove")}
        busy={remove.busy}
      >
        <p>{t("badge-remove-text", { count: badge.evidence.length })}</p>
      </Confirm>
    </div>
  );
}

/** One badge: what it says, who says so, what was checked, evidence, history. */
export function Badge({ id }: { id: string }) {
  const t = useText();
  const { data, error } = useBadge(id);
  if (data !== undefined) return <Whole badge={data} key={data.card.id} />;
  if (error === null) return <Wait />;
  return (
    <Page title={t("badge-column")} back={{ href: "#/backpack", label: t("nav-backpack") }}>
      <FailureNote failure={toFailure(error)} />
    </Page>
  );
}
