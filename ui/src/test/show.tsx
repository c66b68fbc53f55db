import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Backend } from "../backend/backend";
import { BackendProvider } from "../backend/context";
import { memoryBackend, situationOf } from "../backend/memory";
import { WordsProvider } from "../words/context";

/** Shows a part as it stands in the window: with words, and with a wallet in memory. */
export function show(part: ReactNode, backend: Backend = memoryBackend(situationOf("?start=full"))) {
  const client = new QueryClient();
  return render(
    <QueryClientProvider client={client}>
      <BackendProvider value={backend}>
        <WordsProvider locale="en">{part}</WordsProvider>
      </BackendProvider>
    </QueryClientProvider>,
  );
}
