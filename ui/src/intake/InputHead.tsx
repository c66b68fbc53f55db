import { FileText, Link2, Mail, TextQuote } from "lucide-react";
import type { InputView } from "../backend/backend";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";

/** What a thing is called that has no name: a link by itself, or a text. */
const nameless = ({ links, passed, found, known, failure }: InputView) =>
  links.length > 0 && passed.length + found.length + known.length === 0 && failure === null
    ? ({ icon: Link2, word: "link-field" } as const)
    : ({ icon: TextQuote, word: "found-text" } as const);

/** What was given: the mail, the file, the text. */
export function InputHead({ input }: { input: InputView }) {
  const t = useText();
  const { locale } = useWords();
  const { icon, word } = nameless(input);
  const Icon = input.mail !== null ? Mail : input.name === "" ? icon : FileText;
  const title = input.mail?.subject || input.name || t(word);
  return (
    <div className="row row--nowrap row--top">
      <Icon className="icon icon--lg muted" />
      <div className="grow">
        <h3 dir="auto">{title}</h3>
        {input.mail !== null && (
          <p className="small muted">
            {t("mail-from", { from: input.mail.from })}
            {input.mail.date !== null && `, ${dateOnly(input.mail.date, locale)}`}
          </p>
        )}
      </div>
    </div>
  );
}
