import type { InputView } from "../backend/backend";
import { Fold } from "../components/Fold";
import { useText } from "../words/context";
import { InputFound } from "./InputFound";

/** So many things stand openly; more are folded away, for nobody reads a hundred cards. */
const OPEN = 6;

/** Each thing that was looked at by itself, as far as it is told. */
export function InputList({ inputs, untold }: { inputs: readonly InputView[]; untold: number }) {
  const t = useText();
  const cards = inputs.map((input, at) => <InputFound key={`${input.name}-${at}`} input={input} />);
  return (
    <>
      {inputs.length <= OPEN ? (
        cards
      ) : (
        <Fold title={t("found-each", { count: inputs.length })}>
          <div className="stack">{cards}</div>
        </Fold>
      )}
      {untold > 0 && <p className="small muted">{t("found-untold", { count: untold })}</p>}
    </>
  );
}
