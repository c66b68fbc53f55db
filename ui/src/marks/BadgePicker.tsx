import { useState } from "react";
import { CheckboxButton, CheckboxField, GridList, GridListItem, Input, SearchField } from "react-aria-components";
import { Check, Search } from "lucide-react";
import type { BadgeCard } from "../backend/backend";
import { ALL_BADGES, useBadges } from "../backend/queries";
import { Announce } from "../components/Announce";
import { useText } from "../words/context";
import { BadgeLine } from "./BadgeLine";
import { MarkStatus } from "./MarkStatus";

type BadgePickerProps = {
  label: string;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  leaveOut?: readonly string[];
};

function PickerRow({ card }: { card: BadgeCard }) {
  return (
    <GridListItem id={card.id} textValue={`${card.name}, ${card.issuer}`} className="list__row pick">
      <CheckboxField slot="selection">
        <CheckboxButton className="check">
          <span className="check__box" aria-hidden="true">
            <Check className="icon icon--sm" />
          </span>
        </CheckboxButton>
      </CheckboxField>
      <BadgeLine card={card} />
      <MarkStatus mark={card.mark} />
    </GridListItem>
  );
}

/** Choosing badges out of the backpack, with search. */
export function BadgePicker({ label, chosen, onChange, leaveOut = [] }: BadgePickerProps) {
  const t = useText();
  const [words, setWords] = useState("");
  const list = useBadges({ ...ALL_BADGES, words });
  const items = (list.data?.items ?? []).filter((card) => !leaveOut.includes(card.id));
  return (
    <div className="stack picker">
      <SearchField className="inputgroup search" aria-label={t("backpack-search")} value={words} onChange={setWords}>
        <Search className="icon" />
        <Input className="input" placeholder={t("backpack-search")} />
      </SearchField>
      <Announce text={words === "" ? "" : t("backpack-found", { count: items.length })} />
      <GridList
        aria-label={label}
        className="list picker__list"
        items={items}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(keys === "all" ? items.map((card) => card.id) : [...keys].map(String))}
        renderEmptyState={() => <p className="muted picker__none">{t("picker-none")}</p>}
      >
        {(card) => <PickerRow card={card} />}
      </GridList>
    </div>
  );
}
