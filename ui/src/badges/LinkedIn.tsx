import { ExternalLink, Globe, Info } from "lucide-react";
import { useAction } from "../backend/action";
import type { BadgeCard, LinkedInField } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { useLinkedIn } from "../backend/queries";
import { Button } from "../components/Button";
import { Callout } from "../components/Callout";
import { CopyBox } from "../components/CopyBox";
import { Dialog } from "../components/Dialog";
import { FailureNote } from "../marks/FailureNote";
import { useText, useWords } from "../words/context";
import { monthOnly } from "../words/dates";
import { Say } from "../words/Say";
import { useSentence } from "../words/useSentence";

function Fields({ fields }: { fields: readonly LinkedInField[] }) {
  const t = useText();
  const { locale } = useWords();
  return (
    <section>
      <h3 className="linkedin__title">{t("linkedin-copy")}</h3>
      <dl className="list">
        {fields.map(({ id, value }) => (
          <CopyBox key={id} name={t(`linkedin-field-${id}`)} value={monthOnly(value, locale)} />
        ))}
      </dl>
    </section>
  );
}

/** The add-to-profile form, filled in: opened in the person's browser, or copied field by field. */
export function LinkedIn({ card, onClose }: { card: BadgeCard; onClose: () => void }) {
  const t = useText();
  const say = useSentence();
  const backend = useBackend();
  const { data, error } = useLinkedIn(card.id);
  const open = useAction(() => backend.openLinkedin(card.id));
  return (
    <Dialog wide title={t("linkedin-title")} subtitle={<bdi>{card.name}</bdi>} open onClose={onClose}>
      <FailureNote failure={open.failure ?? (error === null ? null : toFailure(error))} />
      <Callout tone="info" icon={Globe} title={t("linkedin-how")} level={3}>
        <p>
          <Say id="linkedin-text" elems={{ host: <strong /> }} />
        </p>
        <div className="row">
          <Button kind="primary" isPending={open.busy} onPress={() => void open.run(undefined)}>
            {t("linkedin-open")}
            <ExternalLink className="icon" />
          </Button>
        </div>
      </Callout>
      {data?.notes.map((note) => {
        const { message, next } = say(note);
        return (
          <p key={note.code} className="linkedin__note small muted">
            <Info className="icon icon--sm" />
            <span>{[message, next].filter(Boolean).join(" ")}</span>
          </p>
        );
      })}
      {data !== undefined && <Fields fields={data.fields} />}
    </Dialog>
  );
}
