/** What mail providers say about reading mails with a program. Only those that say so publicly; nobody is asked. */
type Provider = {
  host: string;
  /** Whether the usual password is refused, and what takes its place. */
  secret: "password" | "app-password" | "token";
};

const of = (host: string, secret: Provider["secret"] = "password"): Provider => ({ host, secret });

const GOOGLE = of("imap.gmail.com", "app-password");
const MICROSOFT = of("outlook.office365.com", "token");
const APPLE = of("imap.mail.me.com", "app-password");
const YAHOO = of("imap.mail.yahoo.com", "app-password");
const GMX = of("imap.gmx.net");

const PROVIDERS = new Map<string, Provider>([
  ["gmail.com", GOOGLE],
  ["googlemail.com", GOOGLE],
  ["outlook.com", MICROSOFT],
  ["outlook.de", MICROSOFT],
  ["hotmail.com", MICROSOFT],
  ["hotmail.de", MICROSOFT],
  ["live.com", MICROSOFT],
  ["icloud.com", APPLE],
  ["me.com", APPLE],
  ["yahoo.com", YAHOO],
  ["yahoo.de", YAHOO],
  ["gmx.de", GMX],
  ["gmx.net", GMX],
  ["gmx.at", GMX],
  ["gmx.ch", GMX],
  ["web.de", of("imap.web.de")],
  ["t-online.de", of("secureimap.t-online.de")],
  ["posteo.de", of("posteo.de")],
  ["mailbox.org", of("imap.mailbox.org")],
  ["freenet.de", of("mx.freenet.de")],
]);

/** The provider of an address, if it is one of those. */
export function providerOf(address: string): Provider | null {
  const domain = address.split("@").pop()?.trim().toLowerCase() ?? "";
  return PROVIDERS.get(domain) ?? null;
}
