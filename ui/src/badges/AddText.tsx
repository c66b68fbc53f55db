import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import type { AddFormProps } from "./AddFile";

/** A few sentences as evidence. */
export function AddText({ badge, onDone }: AddFormProps) {
  const t = useText();
  const backend = useBackend();
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const add = useAction(async () => {
    await backend.addEvidenceText(badge, name.trim() || t("evidence-text-name"), text);
    onDone();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== "") void add.run(undefined);
  };
  return (
    <Form className="stack" onSubmit={submit}>
      <Field label={t("evidence-name")} value={name} onChange={setName} />
      <Field
        label={t("evidence-text")}
        hint={t("evidence-text-hint")}
        value={text}
        onChange={setText}
        rows={6}
        error={tried && text.trim() === "" ? t("evidence-text-empty") : null}
      />
      <FailureNote failure={add.failure} />
      <div className="row row--end">
        <Button kind="primary" type="submit" isPending={add.busy}>
          {t("evidence-attach")}
        </Button>
      </div>
    </Form>
  );
}
