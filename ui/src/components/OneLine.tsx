import { Plus } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "./Button";
import { Field } from "./Field";

type OneLineProps = {
  label: string;
  /** What is said of a line that does not look like one. */
  odd: string;
  /** The button's word. */
  add: string;
  type: "email" | "url";
  looksLikeOne: RegExp;
  onAdd: (line: string) => void;
};

/** A form for one line: it is given on, and the field is empty again, or it is said what is odd about it. */
export function OneLine({ label, odd, add, type, looksLikeOne, onAdd }: OneLineProps) {
  const [line, setLine] = useState("");
  const [refused, setRefused] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const given = line.trim();
    setRefused(!looksLikeOne.test(given));
    if (!looksLikeOne.test(given)) return;
    onAdd(given);
    setLine("");
  };
  const button = (
    <Button type="submit" kind="quiet">
      <Plus className="icon" />
      {add}
    </Button>
  );
  return (
    <Form onSubmit={submit} validationBehavior="aria">
      <Field
        label={label}
        type={type}
        {...(type === "email" ? { autoComplete: "email" } : {})}
        value={line}
        onChange={setLine}
        error={refused ? odd : null}
        action={button}
      />
    </Form>
  );
}
