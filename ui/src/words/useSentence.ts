import { useCallback } from "react";
import { useWords } from "./context";
import type { Sentence } from "./words";

type Coded = { code: string; args: Record<string, string> };

/** Words for anything that came as a code. */
export function useSentence(): (coded: Coded) => Sentence {
  const words = useWords();
  return useCallback((coded) => words.code(coded.code, coded.args), [words]);
}
