import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import type { Failure } from "../backend/backend";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { Field } from "../components/Field";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

type StackDialogProps = {
  /** What it is called by now; none for a new one. */
  before?: { title: string; description: string };
  open: boolean;
  busy: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSave: (title: string, description: string) => void;
};

/** Name and purpose of a stack, for a new one and for changing one. */
export function StackDialog({ before, open, busy, failure, onClose, onSave }: StackDialogProps) {
  const t = useText();
  const [title, setTitle] = useState(before?.title ?? "");
  const [description, setDescription] = useState(before?.description ?? "");
  const [asked, setAsked] = useState(false);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (title.trim() !== "") onSave(title.trim(), description.trim());
  };
  const foot = (
    <>
      <Button onPress={onClose}>{t("stack-cancel")}</Button>
      <Button kind="primary" type="submit" form="stack-form" isPending={busy}>
        {before === undefined ? t("stack-make") : t("stack-save")}
      </Button>
    </>
  );
  return (
    <Dialog title={before === undefined ? t("stacks-new") : t("stack-edit")} open={open} onClose={onClose} foot={foot}>
      <Form id="stack-form" className="stack" onSubmit={save} validationBehavior="aria">
        <FailureNote failure={failure} />
        <Field
          autoFocus
          label={t("stack-name")}
          hint={t("stack-name-hint")}
          value={title}
          onChange={setTitle}
          error={asked && title.trim() === "" ? t("stack-name-missing") : null}
        />
        <Field
          label={t("stack-description")}
          hint={t("stack-description-hint")}
          rows={3}
          value={description}
          onChange={setDescription}
        />
      </Form>
    </Dialog>
  );
}
