import type { useText } from "../words/context";

/** The domain whose key for mails is to be looked up, where that is what a consent names. */
export const domainOf = (host: string): string | null => (host.startsWith("dns:") ? host.slice("dns:".length) : null);

/** Whom a consent names, in words. */
export const hostWord = (t: ReturnType<typeof useText>, host: string): string => {
  const domain = domainOf(host);
  return domain === null ? host : t("consent-dns", { domain });
};

/** The question about one of them. */
export const titleOf = (t: ReturnType<typeof useText>, host: string): string => {
  const domain = domainOf(host);
  return domain === null ? t("consent-title", { host }) : t("consent-title-dns", { domain });
};
