import type { Backend, BadgeView } from "../backend";
import { offeredAt } from "../../marks/offered";
import { CHECKED_AT } from "./checks";
import { listBadges } from "./listing";
import { recordOf } from "./records";
import { SEEDS, type Seed } from "./seeds";
import { soon } from "./soon";
import { failure, type Store } from "./store";

type Part = Pick<
  Backend,
  | "inbox"
  | "keep"
  | "dismiss"
  | "waitingLinks"
  | "dismissLinks"
  | "badges"
  | "badge"
  | "checkAgain"
  | "refreshBadge"
  | "deleteBadge"
  | "saveBadgeCopy"
  | "linkedin"
  | "openLinkedin"
>;

function keep(store: Store, ids: string[]): null {
  for (const id of ids) {
    const waiting = store.waiting.get(id);
    if (waiting === undefined) continue;
    store.kept.set(id, recordOf(waiting.seed, waiting.item.mail));
    store.waiting.delete(id);
  }
  return store.tell({ badges: ids, inbox: true });
}

/** Asking the issuer settles what was open. */
function checkAgain(store: Store, id: string, allowed: string[]): BadgeView {
  const waiting = store.waiting.get(id);
  const before = store.record(id);
  const seed = waiting?.seed ?? SEEDS.find((one) => one.id === id);
  if (seed?.mark !== "inconclusive" || !allowed.includes(seed.host)) return before;
  const settled: Seed = { ...seed, mark: "verified" };
  const now = recordOf(settled, before.sources[0]?.mail ?? null);
  now.reports = [{ at: CHECKED_AT, mark: settled.mark }, ...before.reports];
  now.evidence = before.evidence;
  if (waiting === undefined) store.kept.set(id, now);
  else
    store.waiting.set(id, {
      seed: settled,
      item: { ...waiting.item, card: now.card, checks: now.checks, wantedHosts: [] },
    });
  if (!store.settings.consents.includes(seed.host)) store.settings.consents.push(seed.host);
  store.tell({ badges: [id], inbox: waiting !== undefined, settings: true });
  return now;
}

/** The issuer gives a newer version that holds two years longer. */
function refreshBadge(store: Store, id: string, allowed: string[]): BadgeView {
  const before = store.record(id);
  const host = offeredAt(before);
  const agreed = host !== null && (allowed.includes(host) || store.settings.consents.includes(host));
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (!agreed) throw failure(host === null ? "refresh.not-offered" : "refresh.not-had", { host: host ?? "" });
  const checks = before.checks.map((check) => ({
    ...check,
    notes: check.notes.filter((note) => note.code !== "status.refresh-offered"),
  }));
  const card = { ...before.card, validUntil: "2028-11-21T00:00:00Z", copies: before.card.copies + 1 };
  const now = { ...before, card, checks };
  store.kept.set(id, now);
  store.tell({ badges: [id], settings: true });
  return now;
}

function withStacks(store: Store, id: string): BadgeView {
  const holding = [...store.stacks.values()].filter((stack) => stack.badges.includes(id));
  return { ...store.record(id), stacks: holding.map(({ id: stack, title }) => ({ id: stack, title })) };
}

function remove(store: Store, id: string): null {
  store.kept.delete(id);
  for (const stack of store.stacks.values()) stack.badges = stack.badges.filter((one) => one !== id);
  return store.tell({ badges: "all", stacks: true });
}

const month = (date: string | null): string => date?.slice(0, 7) ?? "";

function linkedin(store: Store, id: string) {
  const { card, issuer } = store.record(id);
  const end = card.validUntil === null ? [] : [{ id: "expirationDate" as const, value: month(card.validUntil) }];
  return {
    url: `https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=${encodeURIComponent(card.name)}`,
    fields: [
      { id: "name" as const, value: card.name },
      { id: "organization" as const, value: issuer.name },
      { id: "issueDate" as const, value: month(card.issued) },
      ...end,
      { id: "credentialId" as const, value: card.id },
      { id: "credentialUrl" as const, value: `${issuer.url ?? ""}/b/${card.id.slice(0, 4)}` },
    ],
    notes: [],
  };
}

export const badges = (store: Store): Part => ({
  inbox: () => soon(() => [...store.waiting.values()].map(({ item }) => item)),
  keep: (ids) => soon(() => keep(store, ids)),
  dismiss: (ids) =>
    soon(() => {
      for (const id of ids) store.waiting.delete(id);
      return store.tell({ inbox: true });
    }),
  waitingLinks: () => soon(() => store.links),
  dismissLinks: (ids) =>
    soon(() => {
      store.links = store.links.filter(({ id }) => !ids.includes(id));
      return store.tell({ inbox: true });
    }),
  badges: (query) => soon(() => listBadges(store, query)),
  badge: (id) => soon(() => withStacks(store, id)),
  checkAgain: (id, hosts) => soon(() => checkAgain(store, id, hosts)),
  refreshBadge: (id, hosts) => soon(() => refreshBadge(store, id, hosts)),
  deleteBadge: (id) => soon(() => remove(store, id)),
  saveBadgeCopy: (id) => soon(() => ({ name: `${store.record(id).card.name}.png`, bytes: 48_213 })),
  linkedin: (id) => soon(() => linkedin(store, id)),
  openLinkedin: () => soon(() => null),
});
