import type { Locale } from "./catalogues";

/** Each language under its own name, in every language of the window. */
export const LANGUAGES: readonly { id: Locale; label: string }[] = [
  { id: "en", label: "English" },
  { id: "de", label: "Deutsch" },
];
