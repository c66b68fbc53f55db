import { CircleX } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from "react-aria-components";

type FieldProps = Omit<TextFieldProps, "className" | "children"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and how to mend it; named on leaving the field, never while typing. */
  error?: string | null;
  rows?: number;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** A button at the end of the field, for example "Show". */
  action?: ReactNode;
};

export function FieldMistake({ children }: { children: ReactNode }) {
  return (
    <FieldError className="field__error">
      <CircleX className="icon icon--sm" />
      <span>{children}</span>
    </FieldError>
  );
}

export function Field({ label, hint, error, rows, placeholder, inputRef, action, ...props }: FieldProps) {
  const invalid = error !== undefined && error !== null;
  // "aria": a mistake is named, but never keeps a form from being sent once it is mended.
  return (
    <TextField {...props} isInvalid={invalid} validationBehavior="aria" className="field">
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      {rows === undefined ? (
        <div className="inputgroup">
          <Input
            className={action === undefined ? "input" : "input input--act"}
            placeholder={placeholder ?? ""}
            ref={inputRef ?? null}
          />
          {action}
        </div>
      ) : (
        <TextArea className="input" rows={rows} placeholder={placeholder ?? ""} />
      )}
      <FieldMistake>{error}</FieldMistake>
    </TextField>
  );
}
