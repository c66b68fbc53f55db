import { FilePlus2, Stamp } from "lucide-react";
import type { TrustListView } from "../backend/backend";
import { Button } from "../components/Button";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";
import { Believed } from "./Believed";

type TrustListsProps = {
  lists: readonly TrustListView[];
  busy: boolean;
  onChoose: () => void;
  onRemove: (id: string) => void;
};

/** Lists of certificate authorities whose seals count, each from a file. */
export function TrustLists({ lists, busy, onChoose, onRemove }: TrustListsProps) {
  const t = useText();
  const { locale } = useWords();
  return (
    <div className="stack">
      <Believed
        icon={Stamp}
        all={lists.map(({ id, name, authorities, addedAt }) => ({
          id,
          name,
          hint: t("settings-trust-list-hint", { count: authorities, date: moment(addedAt, locale) }),
        }))}
        none={t("settings-trust-lists-none")}
        removeLabel={(name) => t("settings-trust-list-remove", { name })}
        onRemove={({ id }) => onRemove(id)}
      />
      <div className="row">
        <Button kind="quiet" isPending={busy} onPress={onChoose}>
          <FilePlus2 className="icon" />
          {t("settings-trust-list-choose")}
        </Button>
      </div>
    </div>
  );
}
