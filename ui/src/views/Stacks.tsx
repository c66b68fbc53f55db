import { Layers, Plus } from "lucide-react";
import { useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { useStacks } from "../backend/queries";
import { Button } from "../components/Button";
import { Empty } from "../components/Empty";
import { Page } from "../components/Page";
import { toast } from "../components/toasts";
import { Wait } from "../components/Wait";
import { FailureNote } from "../marks/FailureNote";
import { StackDialog } from "../stacks/StackDialog";
import { StackTile } from "../stacks/StackTile";
import { useText } from "../words/context";
import { Term } from "../words/Term";

/** All stacks, and the way to a new one. */
export function Stacks() {
  const t = useText();
  const backend = useBackend();
  const stacks = useStacks();
  const [making, setMaking] = useState(false);
  const make = useAction(async ({ title, description }: { title: string; description: string }) => {
    const id = await backend.createStack(title, description);
    toast(t("stack-made"));
    navigate(`/stacks/${id}`);
  });
  if (stacks.data === undefined && stacks.error === null) return <Wait />;
  const list = stacks.data ?? [];
  const fresh = (
    <Button kind="primary" onPress={() => setMaking(true)}>
      <Plus className="icon" />
      {t("stacks-new")}
    </Button>
  );
  return (
    <Page
      title={<Term word="stack">{t("nav-stacks")}</Term>}
      lead={t("stacks-lead")}
      {...(list.length > 0 ? { actions: fresh } : {})}
    >
      {stacks.error !== null && <FailureNote failure={toFailure(stacks.error)} />}
      {list.length === 0 ? (
        <Empty icon={Layers} title={t("stacks-empty")} act={fresh}>
          {t("stacks-empty-text")}
        </Empty>
      ) : (
        <ul className="stacktiles">
          {list.map((stack) => (
            <li key={stack.id}>
              <StackTile stack={stack} />
            </li>
          ))}
        </ul>
      )}
      <p className="section small muted measure">
        <Term word="micro-degree">{t("stacks-more")}</Term> {t("stacks-more-text")}
      </p>
      {making && (
        <StackDialog
          open
          busy={make.busy}
          failure={make.failure}
          onClose={() => setMaking(false)}
          onSave={(title, description) => void make.run({ title, description })}
        />
      )}
    </Page>
  );
}
