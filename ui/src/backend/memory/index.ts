import type { Backend } from "../backend";
import { addFiles, addSamples, addText, takeFork } from "./adding";
import { accounts } from "./accounts";
import { badges } from "./badges";
import { behind } from "./behind";
import { CHECKED_AT } from "./checks";
import { evidence } from "./evidence";
import { issuers } from "./issuers";
import { Jobs, mailbox } from "./jobs";
import { preview } from "./page";
import { pictureAddress } from "./pictures";
import { review, reviewAgain } from "./reviewing";
import { settings } from "./settings";
import { soon } from "./soon";
import { stacks } from "./stacks";
import { type Situation, Store } from "./store";
import { trusted } from "./trusted";

export { situationOf } from "./store";

const CHOSEN = {
  name: "Your badges.eml",
  base64: btoa("Subject: Your badges from the spring courses\nFrom: badges@lindenau-learning.example\n\n"),
};

/** A whole wallet that forgets: for tests, for design, for trying the window in a browser. */
export function memoryBackend(situation: Situation): Backend {
  const store = new Store(situation);
  const jobs = new Jobs();
  return {
    ...settings(store),
    ...badges(store),
    ...issuers(store),
    ...trusted(store),
    ...evidence(store),
    ...stacks(store),
    addFiles: (files) => soon(() => addFiles(store, files)),
    ...jobs.part(),
    ...behind(store, (name) => takeFork(store, name)),
    ...accounts(store, jobs, () => addSamples(store)),
    chooseFiles: () => soon(() => jobs.begin("files", CHOSEN.name, 0, () => addFiles(store, [CHOSEN]))),
    chooseFolder: () => soon(() => mailbox(jobs, store, addSamples)),
    addText: (text) => soon(() => addText(store, text)),
    addSamples: () => soon(() => addSamples(store)),
    takeOpened: () => soon(() => null),
    takeCopied: () => soon(() => null),
    openUrl: () => soon(() => null),
    previewPortfolio: (request) => soon(() => preview(store, request)),
    savePortfolio: (request) =>
      soon(() => {
        const { bytes } = preview(store, request);
        store.shares.unshift({ at: CHECKED_AT, format: "html", title: request.title, badges: request.badges.length });
        store.tell({ shares: true });
        return { name: "portfolio.html", bytes };
      }),
    shares: () => soon(() => [...store.shares]),
    reviewFile: (file) => soon(() => review(file)),
    chooseReview: () => soon(() => review({ name: "warehouse.html" })),
    reviewAgain: (hosts) => soon(() => reviewAgain(hosts)),
    forgetReview: () => soon(() => null),
    pictureUrl: (digest) => pictureAddress(digest),
    onChanges: (listener) => store.listen(listener),
    onOpened: () => () => undefined,
  };
}
