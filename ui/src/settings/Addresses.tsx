import { AtSign, Trash2 } from "lucide-react";
import { Button } from "../components/Button";
import { OneLine } from "../components/OneLine";
import { useText } from "../words/context";

type AddressesProps = {
  addresses: readonly string[];
  onAdd: (address: string) => void;
  onRemove: (address: string) => void;
};

const LOOKS_LIKE_ONE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** The learner's own addresses: to see which badges were given to them. */
export function Addresses({ addresses, onAdd, onRemove }: AddressesProps) {
  const t = useText();
  return (
    <div className="stack">
      {addresses.length === 0 ? (
        <p className="muted">{t("settings-addresses-none")}</p>
      ) : (
        <ul className="list">
          {addresses.map((address) => (
            <li className="list__row" key={address}>
              <AtSign className="icon" />
              <bdi className="grow">{address}</bdi>
              <Button
                kind="icon"
                aria-label={t("settings-address-remove", { address })}
                onPress={() => onRemove(address)}
              >
                <Trash2 className="icon" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <OneLine
        label={t("settings-address")}
        odd={t("settings-address-odd")}
        add={t("settings-address-add")}
        type="email"
        looksLikeOne={LOOKS_LIKE_ONE}
        onAdd={onAdd}
      />
    </div>
  );
}
