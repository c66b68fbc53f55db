import type { AddView, Backend, ClaimState, ClaimView } from "../backend";
import { addText, nothing } from "./adding";
import { soon } from "./soon";
import { failure, type Store } from "./store";

type Part = Pick<Backend, "lookAtLink" | "followLink" | "lookAtClaim" | "claim" | "unlockGiven">;

const hostIn = (text: string): string =>
  /https?:\/\/([^/?#&]+)/.exec(decodeURIComponent(text))?.[1] ?? "issuer.example";

/** An offer whose text says "pin" asks for a code; one that says "later" is given later. */
function look(offer: string): ClaimView {
  const host = hostIn(offer);
  const isOffer = /^(openid-credential-offer|dccrequest|org\.dcconsortium):/i.test(offer);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (!isOffer) throw failure("claim.not-an-offer");
  return {
    protocol: offer.startsWith("openid") ? "openid4vci" : "vc-api",
    host,
    hosts: [host],
    offered: ["Forklift Driver, Class 1"],
    sends: ["code", "holder-id", "signature"],
    pin: offer.includes("pin") ? { digits: true, length: 4, description: "We sent it by letter." } : null,
  };
}

/** What lies behind links and offers: the same badge each time. */
export const behind = (store: Store, take: (name: string) => AddView): Part => ({
  lookAtLink: (link) => soon(() => addText(store, link)),
  followLink: (url, hosts) =>
    soon(() => {
      const host = hostIn(url);
      const consents = new Set([...store.settings.consents, ...hosts]);
      store.settings.consents = [...consents];
      store.tell({ settings: true });
      if (consents.has(host)) return { added: take(host), asks: [] };
      return {
        added: { inputs: [], addressOffer: null },
        asks: [{ host, url: url.split("?")[0] ?? url, tracker: false }],
      };
    }),
  lookAtClaim: (offer) => soon(() => look(offer)),
  claim: (offer, pin) =>
    soon((): ClaimState => {
      const { pin: asked, host } = look(offer);
      if (asked !== null && pin !== "1234") return { state: "ask-pin", pin: asked, wrong: pin !== null };
      if (offer.includes("later")) return { state: "later", added: { inputs: [], addressOffer: null }, host };
      return { state: "added", added: take(host) };
    }),
  unlockGiven: (name, password) =>
    soon(() => {
      if (password === "open sesame") return take(name);
      const wrong = { code: "input.wrong-password", args: { name }, next: true };
      return { inputs: [{ ...nothing(name), failure: wrong }], addressOffer: null };
    }),
});
