import type { Backend, BadgeView } from "../backend";
import { CHECKED_AT } from "./checks";
import { soon } from "./soon";
import { failure, type Store } from "./store";

type Part = Pick<Backend, "knownIssuers" | "markIssuer" | "acceptKey" | "unmarkIssuer">;

/** The same badge, as it stands now that its issuer is known or not. */
function stated(badge: BadgeView, marked: boolean): BadgeView {
  const mark = marked ? ("verified" as const) : ("signed-unknown" as const);
  const outcome = marked ? ("passed" as const) : ("inconclusive" as const);
  const code = marked ? "issuer-identity.pinned" : "issuer-identity.unknown";
  return {
    ...badge,
    card: { ...badge.card, mark },
    issuer: { ...badge.issuer, marked },
    checks: badge.checks.map((check) => (check.id === "issuer-identity" ? { ...check, outcome, code } : check)),
    reports: [{ at: CHECKED_AT, mark }, ...badge.reports],
  };
}

function restate(store: Store, issuer: string, marked: boolean): void {
  const touched = [...store.kept.values()].filter(
    (badge) => badge.issuer.id === issuer && (marked ? badge.card.mark !== "verified" : badge.issuer.marked),
  );
  for (const badge of touched) store.kept.set(badge.card.id, stated(badge, marked));
  store.tell({ badges: touched.map((badge) => badge.card.id), inbox: true, settings: true });
}

export const issuers = (store: Store): Part => {
  const know = (id: string): BadgeView => {
    const { issuer } = store.record(id);
    const before = store.settings.knownIssuers.find((one) => one.issuer === issuer.id);
    const others = store.settings.knownIssuers.filter((one) => one !== before);
    const keys = (before?.keys ?? 0) + 1;
    store.settings.knownIssuers = [...others, { issuer: issuer.id, name: issuer.name, since: CHECKED_AT, keys }];
    restate(store, issuer.id, true);
    return store.record(id);
  };
  return {
    knownIssuers: () => soon(() => [...store.settings.knownIssuers]),
    markIssuer: (id) =>
      soon(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
        if (store.record(id).card.mark !== "signed-unknown") throw failure("issuer.not-proved");
        return know(id);
      }),
    acceptKey: (id) => soon(() => know(id)),
    unmarkIssuer: (issuer) =>
      soon(() => {
        const left = store.settings.knownIssuers.filter((one) => one.issuer !== issuer);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
        if (left.length === store.settings.knownIssuers.length) throw failure("issuer.not-marked", { issuer });
        store.settings.knownIssuers = left;
        restate(store, issuer, false);
        return null;
      }),
  };
};
