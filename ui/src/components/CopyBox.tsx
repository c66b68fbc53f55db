import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useText } from "../words/context";
import { Button } from "./Button";

/** Copies a text; says so for two seconds, in a word and aloud. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        kind="quiet"
        aria-label={t("ui-copy-what", { name })}
        onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? <Check className="icon" /> : <Copy className="icon" />}
        {copied ? t("ui-copied") : t("ui-copy")}
      </Button>
      <span role="status" className="vh">
        {copied ? t("ui-copied-what", { name }) : ""}
      </span>
    </>
  );
}

/** A name, its value, and a button that copies it. Stands in a `dl`. */
export function CopyBox({ name, value }: { name: string; value: string }) {
  return (
    <div className="copybox">
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
      <dd className="copybox__act">
        <CopyButton text={value} name={name} />
      </dd>
    </div>
  );
}
