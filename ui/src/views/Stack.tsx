import { Layers, Pencil, Plus, Share2, Trash2 } from "lucide-react";
import { useState } from "react";
import { toFailure } from "../backend/failure";
import type { StackView } from "../backend/backend";
import { useStack } from "../backend/queries";
import { Button, ButtonLink } from "../components/Button";
import { Confirm } from "../components/Confirm";
import { Empty } from "../components/Empty";
import { More } from "../components/More";
import { Page, Section } from "../components/Page";
import { Wait } from "../components/Wait";
import { FailureNote } from "../marks/FailureNote";
import { useHours } from "../marks/Hours";
import { AddToStack } from "../stacks/AddToStack";
import { StackDialog } from "../stacks/StackDialog";
import { StackOrder } from "../stacks/StackOrder";
import { useText } from "../words/context";
import { useStackActions } from "./useStackActions";

type Sheet = "add" | "edit" | "delete" | null;
type SheetsProps = { stack: StackView; sheet: Sheet; actions: ReturnType<typeof useStackActions>; close: () => void };

function Sheets({ stack, sheet, actions, close }: SheetsProps) {
  const t = useText();
  return (
    <>
      {sheet === "add" && (
        <AddToStack
          open
          already={stack.items.map((card) => card.id)}
          busy={actions.add.busy}
          onClose={close}
          onAdd={(ids) => void actions.add.run(ids).then(close)}
        />
      )}
      {sheet === "edit" && (
        <StackDialog
          open
          before={stack}
          busy={actions.edit.busy}
          failure={actions.edit.failure}
          onClose={close}
          onSave={(title, description) => void actions.edit.run({ title, description }).then(close)}
        />
      )}
      <Confirm
        open={sheet === "delete"}
        title={t("stack-delete-title", { name: stack.title })}
        keep={t("stack-keep")}
        remove={t("stack-delete")}
        busy={actions.remove.busy}
        onClose={close}
        onConfirm={() => void actions.remove.run(undefined)}
      >
        <p>{t("stack-delete-text")}</p>
      </Confirm>
    </>
  );
}

/** One stack: its badges in order, what it is for, and what can be done with it. */
export function Stack({ id }: { id: string }) {
  const t = useText();
  const hours = useHours();
  const { data: stack, error } = useStack(id);
  const actions = useStackActions(id);
  const [sheet, setSheet] = useState<Sheet>(null);
  const back = { href: "#/stacks", label: t("nav-stacks") };
  if (stack === undefined)
    return error === null ? (
      <Wait />
    ) : (
      <Page title={t("nav-stacks")} back={back}>
        <FailureNote failure={toFailure(error)} />
      </Page>
    );
  const add = (
    <Button kind={stack.items.length === 0 ? "primary" : "quiet"} onPress={() => setSheet("add")}>
      <Plus className="icon" />
      {t("stack-add")}
    </Button>
  );
  const more = (
    <>
      {stack.items.length > 0 && (
        <ButtonLink href={`#/portfolio/stack/${id}`}>
          <Share2 className="icon" />
          {t("stack-hand-out")}
        </ButtonLink>
      )}
      <More
        label={t("stack-acts")}
        items={[
          { id: "edit", label: t("stack-edit"), icon: Pencil, run: () => setSheet("edit") },
          { id: "delete", label: t("stack-delete"), icon: Trash2, run: () => setSheet("delete"), danger: true },
        ]}
      />
    </>
  );
  // Where no badge states its hours, none are claimed.
  const count = stack.items.length;
  const lead =
    stack.minutes === 0 ? t("stacks-count", { count }) : t("stack-sum", { count, hours: hours(stack.minutes) ?? "" });
  return (
    <Page title={stack.title} lead={lead} back={back} actions={more}>
      {stack.description !== "" && (
        <p className="lead measure" dir="auto">
          {stack.description}
        </p>
      )}
      <FailureNote failure={actions.failure} />
      {stack.items.length === 0 ? (
        <Empty icon={Layers} title={t("stack-none")} act={add}>
          {t("stack-none-text")}
        </Empty>
      ) : (
        <Section title={t("stack-badges")} act={add}>
          <StackOrder
            label={t("stack-badges")}
            items={stack.items}
            onOrder={(ids) => void actions.order.run(ids)}
            onTakeOut={(card) => void actions.takeOut.run(card)}
          />
        </Section>
      )}
      <Sheets stack={stack} sheet={sheet} actions={actions} close={() => setSheet(null)} />
    </Page>
  );
}
