import type { Backend, BadgeView } from "../backend";
import type { KnownIssuer } from "../bindings";
import { CHECKED_AT } from "./checks";
import { soon } from "./soon";
import { failure, type Store } from "./store";

type Part = Pick<Backend, "knownIssuers" | "markIssuer" | "unmarkIssuer">;

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
    (badge) => badge.issuer.id === issuer && (marked ? badge.card.mark === "signed-unknown" : badge.issuer.marked),
  );
  for (const badge of touched) store.kept.set(badge.card.id, stated(badge, marked));
  store.tell({ badges: touched.map((badge) => badge.card.id), inbox: true });
}

export const issuers = (store: Store): Part => {
  const known = new Map<string, KnownIssuer>();
  return {
    knownIssuers: () => soon(() => [...known.values()]),
    markIssuer: (id) =>
      soon(() => {
        const { card, issuer } = store.record(id);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
        if (card.mark !== "signed-unknown") throw failure("issuer.not-proved");
        known.set(issuer.id, { issuer: issuer.id, name: issuer.name, since: CHECKED_AT });
        restate(store, issuer.id, true);
        return store.record(id);
      }),
    unmarkIssuer: (issuer) =>
      soon(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
        if (!known.delete(issuer)) throw failure("issuer.not-marked", { issuer });
        restate(store, issuer, false);
        return null;
      }),
  };
};
