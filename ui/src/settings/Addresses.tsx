import { AtSign, Plus, Trash2 } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { useText } from "../words/context";

type AddressesProps = {
  addresses: readonly string[];
  onAdd: (address: string) => void;
  onRemove: (address: string) => void;
};

const LOOKS_LIKE_ONE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

function NewAddress({ onAdd }: Pick<AddressesProps, "onAdd">) {
  const t = useText();
  const [address, setAddress] = useState("");
  const [odd, setOdd] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const given = address.trim();
    setOdd(!LOOKS_LIKE_ONE.test(given));
    if (!LOOKS_LIKE_ONE.test(given)) return;
    onAdd(given);
    setAddress("");
  };
  const add = (
    <Button type="submit" kind="quiet">
      <Plus className="icon" />
      {t("settings-address-add")}
    </Button>
  );
  return (
    <Form onSubmit={submit} validationBehavior="aria">
      <Field
        label={t("settings-address")}
        type="email"
        autoComplete="email"
        value={address}
        onChange={setAddress}
        error={odd ? t("settings-address-odd") : null}
        action={add}
      />
    </Form>
  );
}

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
      <NewAddress onAdd={onAdd} />
    </div>
  );
}
