import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { useAction } from "../backend/action";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import type { AddFormProps } from "./AddFile";

export const isLink = (text: string): boolean => text.startsWith("https://") && URL.canParse(text);

/** A link as evidence. Nothing is fetched. */
export function AddLink({ badge, onDone }: AddFormProps) {
  const t = useText();
  const backend = useBackend();
  const [url, setUrl] = useState("");
  const [name, setName] = useState("");
  const [left, setLeft] = useState(false);
  const add = useAction(async () => {
    await backend.addEvidenceLink(badge, url.trim(), name.trim(), "");
    onDone();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setLeft(true);
    if (isLink(url.trim())) void add.run(undefined);
  };
  return (
    <Form className="stack" onSubmit={submit}>
      <Field
        label={t("evidence-link")}
        hint={t("evidence-link-hint")}
        value={url}
        onChange={setUrl}
        onBlur={() => setLeft(url !== "")}
        inputMode="url"
        error={left && !isLink(url.trim()) ? t("evidence-link-wrong") : null}
      />
      <Field label={t("evidence-name")} value={name} onChange={setName} />
      <FailureNote failure={add.failure} />
      <div className="row row--end">
        <Button kind="primary" type="submit" isPending={add.busy}>
          {t("evidence-attach")}
        </Button>
      </div>
    </Form>
  );
}
