import { Localized } from "@fluent/react";
import type { ReactElement } from "react";
import type { Vars } from "./words";

/** A sentence with parts that are elements: `<Say id="x" elems={{ host: <strong /> }} />`. */
export function Say({ id, vars, elems }: { id: string; vars?: Vars; elems: Record<string, ReactElement> }) {
  return (
    <Localized id={id} vars={vars ?? {}} elems={elems}>
      <span>{id}</span>
    </Localized>
  );
}
