// The one file that knows Tauri, beside the bindings that the shell writes.
import { convertFileSrc } from "@tauri-apps/api/core";
import type { Backend } from "./backend";
import { commands, events } from "./bindings";

/** Listening starts later than it is asked for; ending it before then must end it all the same. */
const ending = (started: Promise<() => void>) => () => void started.then((end) => end());

export const tauriBackend: Backend = {
  ...commands,
  // The shell answers badge://localhost/<digest>/<size> from the open backpack.
  pictureUrl: (digest, size) => convertFileSrc(`${digest}/${size}`, "badge"),
  onChanges: (listener) => ending(events.changes.listen(({ payload }) => listener(payload))),
  onOpened: (listener) => ending(events.opened.listen(({ payload }) => listener(payload))),
  onWorked: (listener) => ending(events.worked.listen(({ payload }) => listener(payload))),
};
