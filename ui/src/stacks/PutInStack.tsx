import { Layers, Plus } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { StackName } from "../backend/backend";
import { useBackend } from "../backend/context";
import { useStacks } from "../backend/queries";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { Field } from "../components/Field";
import { toast } from "../components/toasts";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { Term } from "../words/Term";

type PutInStackProps = { badge: string; already: readonly StackName[]; onClose: () => void };

/** Puts one badge into a stack that is there, or into a new one. */
export function PutInStack({ badge, already, onClose }: PutInStackProps) {
  const t = useText();
  const backend = useBackend();
  const { data: stacks = [] } = useStacks();
  const [title, setTitle] = useState("");
  const put = useAction(async (stack: { id: string | null; title: string }) => {
    const id = stack.id ?? (await backend.createStack(stack.title, ""));
    await backend.addToStack(id, [badge]);
    toast(t("put-done", { title: stack.title }));
    onClose();
  });
  const others = stacks.filter((stack) => already.every((one) => one.id !== stack.id));
  return (
    <Dialog title={t("badge-to-stack")} subtitle={<Term word="stack">{t("put-what")}</Term>} open onClose={onClose}>
      <FailureNote failure={put.failure} />
      {others.length > 0 && (
        <ul className="list">
          {others.map((stack) => (
            <li key={stack.id}>
              <Button kind="quiet" block start onPress={() => void put.run(stack)}>
                <Layers className="icon" />
                <bdi>{stack.title}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {already.length > 0 && (
        <p className="muted">{t("put-already", { stacks: already.map((stack) => stack.title).join(", ") })}</p>
      )}
      <Field label={t("put-new")} value={title} onChange={setTitle} />
      <div className="row row--end">
        <Button
          kind="primary"
          isPending={put.busy}
          isDisabled={title.trim() === ""}
          onPress={() => void put.run({ id: null, title: title.trim() })}
        >
          <Plus className="icon" />
          {t("put-make")}
        </Button>
      </div>
    </Dialog>
  );
}
