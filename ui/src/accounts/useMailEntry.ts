import { useState } from "react";
import type { AccountLogin } from "../backend/backend";
import { providerOf } from "./providers";

export type MailEntry = { user: string; secret: string; host: string; port: string; login: AccountLogin | null };

const EMPTY: MailEntry = { user: "", secret: "", host: "", port: "", login: null };
const HOST = /^[^\s/@:]+\.[^\s/@:]+$/u;

/** What was typed. The host follows from the address where the provider is known, until somebody types another. */
export function useMailEntry() {
  const [entry, setEntry] = useState(EMPTY);
  const provider = providerOf(entry.user);
  const host = entry.host.trim() === "" ? (provider?.host ?? "") : entry.host.trim();
  const login = entry.login ?? (provider?.secret === "token" ? "token" : "password");
  const secret = login === "token" ? "token" : (provider?.secret ?? "password");
  const odd = entry.user.trim() === "" ? "user" : entry.secret === "" ? "secret" : !HOST.test(host) ? "host" : null;
  const change = (part: Partial<MailEntry>) => setEntry((now) => ({ ...now, ...part }));
  return { entry: { ...entry, login }, host, secret, odd, change };
}
