import { useText } from "../words/context";

// The key after the modifier, or the whole key where none is needed.
const KEYS = [
  ["help-key-search", "F", true],
  ["help-key-add", "N", true],
  ["help-key-paste", "V", true],
  ["help-key-lock", "L", true],
  ["help-key-views", "1 … 6", true],
  ["help-key-regions", "F6", false],
  ["help-key-back", "Esc", false],
] as const;

/** The keys that work everywhere in the window. */
export function Keys() {
  const t = useText();
  return (
    <dl className="facts">
      {KEYS.map(([word, key, held]) => (
        <div key={word} className="facts__pair">
          <dt>{t(word)}</dt>
          <dd dir="ltr">
            <kbd>{held ? `${t("help-key-mod")} ${key}` : key}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
