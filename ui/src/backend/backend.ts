import type { ChangeSet, commands, JobView, OpenedView } from "./bindings";

export type * from "./bindings";

/** Hex digest of a picture; `Backend.pictureUrl` makes an address of it. */
export type Picture = string;

/**
 * Everything the window may ask of the wallet: the commands, as the shell has written them down, and a few things
 * besides. `tauri.ts` answers in the app, `memory/` in a browser. Each promise rejects with a `Failure`; a choice that
 * the person gave up answers `null`.
 */
export type Backend = typeof commands & {
  pictureUrl(digest: Picture, size: "thumb" | "full"): string;
  /** Each returns the function that ends the listening. */
  onChanges(listener: (change: ChangeSet) => void): () => void;
  onOpened(listener: (opened: OpenedView) => void): () => void;
  onWorked(listener: (job: JobView) => void): () => void;
};
