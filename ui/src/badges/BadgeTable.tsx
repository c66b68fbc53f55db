import { ArrowDown, ArrowUp } from "lucide-react";
import {
  Cell,
  Column,
  type ColumnProps,
  Link,
  ResizableTableContainer,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from "react-aria-components";
import type { BadgeCard, BadgeQuery } from "../backend/backend";
import { BadgePicture } from "../marks/BadgePicture";
import { useHours } from "../marks/Hours";
import { markWord } from "../marks/marks";
import { MarkStatus } from "../marks/MarkStatus";
import { useText, useWords } from "../words/context";
import { dateOnly } from "../words/dates";
import { MANY } from "./many";

type Sort = BadgeQuery["sort"];
type BadgeTableProps = { items: readonly BadgeCard[]; sort: Sort; onSort: (sort: Sort) => void };

const describe: Record<Sort, SortDescriptor> = {
  newest: { column: "issued", direction: "descending" },
  oldest: { column: "issued", direction: "ascending" },
  name: { column: "name", direction: "ascending" },
  issuer: { column: "name", direction: "descending" },
};

const sortOf = ({ column, direction }: SortDescriptor): Sort => {
  if (column === "name") return "name";
  return direction === "ascending" ? "oldest" : "newest";
};

function Head({ children, ...props }: ColumnProps & { children: string }) {
  return (
    <Column {...props}>
      {({ allowsSorting, sortDirection }) => (
        <span className={allowsSorting ? "sortbtn sortbtn--on" : "sortbtn"}>
          {children}
          {sortDirection === "ascending" && <ArrowUp className="icon icon--sm" />}
          {sortDirection === "descending" && <ArrowDown className="icon icon--sm" />}
        </span>
      )}
    </Column>
  );
}

function BadgeRow({ card }: { card: BadgeCard }) {
  const t = useText();
  const { locale } = useWords();
  const hours = useHours();
  const none = <span className="muted">–</span>;
  const end =
    card.validUntil === null ? (
      <span className="muted">{t("badge-no-end-short")}</span>
    ) : (
      dateOnly(card.validUntil, locale, "short")
    );
  return (
    <Row
      id={card.id}
      href={`#/badge/${card.id}`}
      className="tr"
      textValue={`${card.name}, ${card.issuer}, ${t(markWord(card.mark))}`}
    >
      <Cell className="td">
        <span className="row row--nowrap">
          <BadgePicture picture={card.picture} mark={card.mark} size={2.75} />
          <span className="grow">
            <Link className="plainlink list__title block" href={`#/badge/${card.id}`}>
              <bdi>{card.name}</bdi>
            </Link>
            <span className="small muted block" dir="auto">
              {card.issuer}
            </span>
          </span>
        </span>
      </Cell>
      <Cell className="td nowrap">
        <MarkStatus mark={card.mark} />
      </Cell>
      <Cell className="td num nowrap col-opt-2">
        {card.issued === null ? none : dateOnly(card.issued, locale, "short")}
      </Cell>
      <Cell className="td num nowrap col-opt">{end}</Cell>
      <Cell className="td num nowrap end col-opt">{hours(card.minutes, true) ?? none}</Cell>
    </Row>
  );
}

/** Badges as a table; sorts by name and by day. */
export function BadgeTable({ items, sort, onSort }: BadgeTableProps) {
  const t = useText();
  const many = items.length >= MANY;
  const table = (
    <Table
      aria-label={t("backpack-badges")}
      className={many ? "table table--virtual" : "table"}
      sortDescriptor={describe[sort]}
      onSortChange={(now) => onSort(sortOf(now))}
    >
      <TableHeader className="thead">
        <Head id="name" isRowHeader allowsSorting className="th" minWidth={220} defaultWidth="3fr">
          {t("badge-column")}
        </Head>
        <Head id="status" className="th" minWidth={150} defaultWidth="2fr">
          {t("badge-status")}
        </Head>
        <Head id="issued" allowsSorting className="th col-opt-2" minWidth={110} defaultWidth="1fr">
          {t("badge-given-on")}
        </Head>
        <Head id="until" className="th col-opt" minWidth={110} defaultWidth="1fr">
          {t("badge-valid-until")}
        </Head>
        <Head id="hours" className="th end col-opt" minWidth={80} defaultWidth="1fr">
          {t("badge-hours")}
        </Head>
      </TableHeader>
      <TableBody items={items}>{(card) => <BadgeRow card={card} />}</TableBody>
    </Table>
  );
  if (!many) return <div className="scroll-x">{table}</div>;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 68, headingHeight: 44 }}>
      <ResizableTableContainer className="table__scroll">{table}</ResizableTableContainer>
    </Virtualizer>
  );
}
