import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useAction } from "../backend/action";
import type { AddView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { SecretField } from "../components/SecretField";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";
import { LinkCame } from "./LinkCame";

/** Another wallet's export that it locked with a password: asked for here, and kept nowhere. */
export function Unlock({ name }: { name: string }) {
  const t = useText();
  const backend = useBackend();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const [wrong, setWrong] = useState(false);
  const [came, setCame] = useState<AddView | null>(null);
  const unlock = useAction(async () => {
    const view = await backend.unlockGiven(name, password);
    const isWrong = view.inputs.some(({ failure }) => failure?.code === "input.wrong-password");
    setWrong(isWrong);
    if (isWrong) return;
    setCame(view);
    setPassword("");
    setOpen(false);
  });
  const foot = (
    <>
      <Button onPress={() => setOpen(false)}>{t("ui-cancel")}</Button>
      <Button kind="primary" isPending={unlock.busy} onPress={() => void unlock.run(undefined)}>
        {t("unlock-open")}
      </Button>
    </>
  );
  return (
    <div className="found__line">
      <KeyRound className="icon" />
      <div className="grow stack stack--tight">
        <p>{t("unlock-needed")}</p>
        {came !== null && <LinkCame came={came} />}
      </div>
      <Button onPress={() => setOpen(true)}>{t("unlock-type")}</Button>
      <Dialog title={t("unlock-title", { name })} open={open} onClose={() => setOpen(false)} foot={foot}>
        <SecretField
          label={t("unlock-password")}
          hint={t("unlock-hint")}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={wrong ? t("unlock-wrong") : null}
          autoFocus
        />
        <FailureNote failure={unlock.failure} />
      </Dialog>
    </div>
  );
}
