import type { Backend } from "./backend";

/** The app's own window, or a browser: then everything lives in memory and is gone on reload. */
export async function chooseBackend(): Promise<Backend> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriBackend;
  const { memoryBackend, situationOf } = await import("./memory");
  return memoryBackend(situationOf(window.location.search));
}
