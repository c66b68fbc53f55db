import { useState } from "react";
import { RouterProvider } from "react-aria-components";
import { Router } from "wouter";
import { navigate, useHashLocation } from "wouter/use-hash-location";
import { useChanges, useStatus } from "../backend/queries";
import { Toasts } from "../components/toasts";
import { negotiate } from "../words/catalogues";
import { WordsProvider } from "../words/context";
import { Gate } from "./Gate";
import { useAppearance } from "./useAppearance";

/** Links inside the window are hashes; React Aria hands them to the router instead of loading a page. */
const go = (href: string) => navigate(href.replace(/^#/, ""));

export function App() {
  const status = useStatus();
  // Before the backpack is open there is no place to keep a choice of language: it holds for this window.
  const [chosen, setChosen] = useState<string | null>(null);
  useChanges();
  useAppearance(status.data?.theme ?? "system", status.data?.contrast ?? false);
  const locale = negotiate(chosen ?? status.data?.locale ?? null, navigator.languages);
  return (
    <WordsProvider locale={locale}>
      <RouterProvider navigate={go}>
        <Router hook={useHashLocation}>
          <Gate status={status.data} failed={status.error} chooseLocale={setChosen} />
          <Toasts />
        </Router>
      </RouterProvider>
    </WordsProvider>
  );
}
