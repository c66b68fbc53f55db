import { FilePlus2, Landmark } from "lucide-react";
import type { RegistryEntryView, RegistryView } from "../backend/backend";
import { Button } from "../components/Button";
import { OneLine } from "../components/OneLine";
import { useText, useWords } from "../words/context";
import { moment } from "../words/dates";
import { Believed } from "./Believed";

type RegistriesProps = {
  registries: readonly RegistryView[];
  /** What a list of registers offered to choose from. */
  directory: readonly RegistryEntryView[];
  busy: boolean;
  onChoose: () => void;
  onAddress: (address: string, name: string | null) => void;
  onRemove: (id: string) => void;
};

const LOOKS_LIKE_ONE = /^https:\/\/[^\s/]+\.[^\s/]+/u;

function Directory({ directory, onAddress }: Pick<RegistriesProps, "directory" | "onAddress">) {
  const t = useText();
  if (directory.length === 0) return null;
  return (
    <div role="status">
      <p>{t("settings-registry-directory")}</p>
      <ul className="list">
        {directory.map(({ name, url, host }) => (
          <li className="list__row" key={url}>
            <span className="grow">
              <bdi>{name}</bdi>
              <span className="small muted block">{t("settings-registry-host", { host })}</span>
            </span>
            <Button aria-label={t("settings-registry-fetch-name", { name })} onPress={() => onAddress(url, name)}>
              {t("settings-registry-fetch")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Registers of issuers that count, from a file or an address. Whoever gives an address agrees that it is asked. */
export function Registries({ registries, directory, busy, onChoose, onAddress, onRemove }: RegistriesProps) {
  const t = useText();
  const { locale } = useWords();
  return (
    <div className="stack">
      <Believed
        icon={Landmark}
        all={registries.map(({ id, name, issuers, addedAt }) => {
          const date = moment(addedAt, locale);
          return {
            id,
            name,
            hint:
              issuers === null
                ? t("settings-registry-asked", { date })
                : t("settings-registry-hint", { count: issuers, date }),
          };
        })}
        none={t("settings-registries-none")}
        removeLabel={(name) => t("settings-registry-remove", { name })}
        onRemove={({ id }) => onRemove(id)}
      />
      <Directory directory={directory} onAddress={onAddress} />
      <div className="row">
        <Button kind="quiet" isPending={busy} onPress={onChoose}>
          <FilePlus2 className="icon" />
          {t("settings-registry-choose")}
        </Button>
      </div>
      <OneLine
        label={t("settings-registry-address")}
        odd={t("settings-registry-odd")}
        add={t("settings-registry-fetch")}
        type="url"
        looksLikeOne={LOOKS_LIKE_ONE}
        onAdd={(address) => onAddress(address, null)}
      />
    </div>
  );
}
