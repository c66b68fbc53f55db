import "@fontsource-variable/inter";
import "./styles/index.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BackendProvider } from "./backend/context";
import { chooseBackend } from "./backend/inside";
import { App } from "./shell/App";

const backend = await chooseBackend();

// The wallet is on this machine: nothing to retry, nothing to refetch unless a change says so.
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, networkMode: "always", refetchOnWindowFocus: false },
  },
});

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BackendProvider value={backend}>
          <App />
        </BackendProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
