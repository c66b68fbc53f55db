import { useEffect, useSyncExternalStore } from "react";
import type { AppStatus } from "../backend/backend";

function useWish(query: string): boolean {
  const media = window.matchMedia(query);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => media.matches,
  );
}

/** Puts theme and contrast on the page: what Settings say, else what the system wishes. */
export function useAppearance(theme: AppStatus["theme"], contrast: boolean): void {
  const dark = useWish("(prefers-color-scheme: dark)");
  const more = useWish("(prefers-contrast: more)");
  useEffect(() => {
    const page = document.documentElement;
    page.dataset.theme = theme === "system" ? (dark ? "dark" : "light") : theme;
    page.dataset.contrast = contrast || more ? "more" : "normal";
  }, [theme, contrast, dark, more]);
}
