import { useState } from "react";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { BadgePicker } from "../marks/BadgePicker";
import { useText } from "../words/context";

type ChooseBadgesProps = {
  before: readonly string[];
  open: boolean;
  onClose: () => void;
  onChosen: (ids: string[]) => void;
};

/** Which badges go out: those chosen before keep their place, new ones come after. */
export function ChooseBadges({ before, open, onClose, onChosen }: ChooseBadgesProps) {
  const t = useText();
  const [chosen, setChosen] = useState<string[]>([...before]);
  const done = () =>
    onChosen([...before.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !before.includes(id))]);
  const foot = (
    <>
      <Button onPress={onClose}>{t("stack-cancel")}</Button>
      <Button kind="primary" onPress={done}>
        {t("portfolio-choose")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("portfolio-choose")} open={open} onClose={onClose} foot={foot} wide>
      <BadgePicker label={t("portfolio-choose")} chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
}
