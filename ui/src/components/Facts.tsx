import type { ReactNode } from "react";

/** Names and values in two columns. What has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: ReactNode, value: ReactNode, key?: string])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className="facts">
      {known.map(([name, value, key], at) => (
        <div key={key ?? at} className="facts__pair">
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
