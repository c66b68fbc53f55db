import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AppStatus, BadgeQuery, ChangeSet } from "./bindings";
import { useBackend } from "./context";

/** One place that knows under which key each answer is kept. */
export const keys = {
  status: ["status"],
  inbox: ["inbox"],
  badges: ["badges"],
  badge: (id: string) => ["badge", id],
  stacks: ["stacks"],
  stack: (id: string) => ["stacks", id],
  shares: ["shares"],
  settings: ["settings"],
  accounts: ["accounts"],
  jobs: ["jobs"],
  linkedin: (id: string) => ["badge", id, "linkedin"],
} as const;

export const useStatus = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.status, queryFn: () => backend.status() });
};

export const useInbox = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.inbox, queryFn: () => backend.inbox() });
};

export const useWaitingLinks = () => {
  const backend = useBackend();
  return useQuery({ queryKey: [...keys.inbox, "links"], queryFn: () => backend.waitingLinks() });
};

export const useBadges = (query: BadgeQuery) => {
  const backend = useBackend();
  return useQuery({
    queryKey: [...keys.badges, query],
    queryFn: () => backend.badges(query),
    // The old list stays until the new one is there: no flicker while typing.
    placeholderData: (previous) => previous,
  });
};

/** Every badge, for choosing from. */
export const ALL_BADGES: BadgeQuery = { words: "", mark: null, sort: "name", offset: 0, limit: 10_000 };

export const useBadge = (id: string) => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.badge(id), queryFn: () => backend.badge(id) });
};

export const useStacks = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.stacks, queryFn: () => backend.stacks() });
};

export const useStack = (id: string) => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.stack(id), queryFn: () => backend.stack(id) });
};

export const useShares = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.shares, queryFn: () => backend.shares() });
};

export const useSettings = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.settings, queryFn: () => backend.settings() });
};

export const useAccounts = () => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.accounts, queryFn: () => backend.accounts() });
};

export const useLinkedIn = (id: string) => {
  const backend = useBackend();
  return useQuery({ queryKey: keys.linkedin(id), queryFn: () => backend.linkedin(id) });
};

function stale(change: ChangeSet): (readonly string[])[] {
  const touched: (readonly string[])[] = [keys.status];
  if (change.badges === "all") touched.push(["badge"], keys.badges, keys.stacks);
  else if (change.badges.length > 0) touched.push(...change.badges.map(keys.badge), keys.badges, keys.stacks);
  if (change.inbox) touched.push(keys.inbox);
  if (change.stacks) touched.push(keys.stacks, ["badge"]);
  if (change.shares) touched.push(keys.shares);
  if (change.settings) touched.push(keys.settings, keys.accounts);
  return touched;
}

/** What a change touched is asked for again, and nothing else. */
export function refresh(client: QueryClient, change: ChangeSet): void {
  for (const queryKey of stale(change)) void client.invalidateQueries({ queryKey });
}

export function useChanges(): void {
  const backend = useBackend();
  const client = useQueryClient();
  useEffect(() => backend.onChanges((change) => refresh(client, change)), [backend, client]);
}

/** A door opened or closed: what the window had read is forgotten, and the new status counts. */
export function enter(client: QueryClient, status: AppStatus): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.status[0] });
  client.setQueryData(keys.status, status);
}
