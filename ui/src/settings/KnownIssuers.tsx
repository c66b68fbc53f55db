import { UserCheck } from "lucide-react";
import type { KnownIssuer } from "../backend/backend";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";
import { Believed } from "./Believed";

type KnownIssuersProps = { issuers: readonly KnownIssuer[]; onRemove: (issuer: string) => void };

/** Issuers the person has marked as known, each mark to be taken back. */
export function KnownIssuers({ issuers, onRemove }: KnownIssuersProps) {
  const t = useText();
  const { locale } = useWords();
  return (
    <Believed
      icon={UserCheck}
      all={issuers.map(({ issuer, name, since, keys }) => ({
        id: issuer,
        name: name === "" ? issuer : name,
        hint: t("settings-known-since", { date: moment(since, locale), keys }),
      }))}
      none={t("settings-known-none")}
      removeLabel={(issuer) => t("settings-known-remove", { issuer })}
      onRemove={({ id }) => onRemove(id)}
    />
  );
}
