import { useText } from "../words/context";

const KEYS = [
  ["help-key-search", "Ctrl F"],
  ["help-key-add", "Ctrl N"],
  ["help-key-paste", "Ctrl V"],
  ["help-key-lock", "Ctrl L"],
  ["help-key-views", "Ctrl 1 … 5"],
  ["help-key-regions", "F6"],
  ["help-key-back", "Esc"],
] as const;

/** The keys that work everywhere in the window. */
export function Keys() {
  const t = useText();
  return (
    <dl className="facts">
      {KEYS.map(([word, keys]) => (
        <div key={word} className="facts__pair">
          <dt>{t(word)}</dt>
          <dd dir="ltr">
            <kbd>{keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
