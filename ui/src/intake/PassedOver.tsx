import type { InputView } from "../backend/backend";
import { Fold } from "../components/Fold";
import { useText } from "../words/context";
import { useSentence } from "../words/useSentence";

/** What was passed over, and why: open at once where nothing else came. */
export function PassedOver({ input }: { input: InputView }) {
  const t = useText();
  const say = useSentence();
  return (
    <Fold
      level={4}
      title={t("found-passed", { count: input.passed.length })}
      open={input.found.length + input.known.length === 0}
    >
      <dl className="facts">
        {input.passed.map((part, at) => {
          const { message, next } = say(part);
          return (
            <div className="facts__pair" key={`${part.path}-${at}`}>
              <dt dir="auto">{part.path === "" ? t("found-whole") : part.path}</dt>
              <dd>
                {message} {next}
              </dd>
            </div>
          );
        })}
      </dl>
    </Fold>
  );
}
