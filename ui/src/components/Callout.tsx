import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "good" | "unsure" | "past" | "bad" | "info" | "plain";

type CalloutProps = {
  tone: Tone;
  icon: LucideIcon;
  title: ReactNode;
  level?: 2 | 3;
  children?: ReactNode;
  /** One quiet button at the end of the line. */
  act?: ReactNode;
  /** "status" is read when it appears, "alert" at once. */
  role?: "status" | "alert";
  big?: boolean;
};

/** What happened, and what to do. Tint, icon and word together. */
export function Callout({ tone, icon: Icon, title, level = 2, children, act, role, big = false }: CalloutProps) {
  const tint = tone === "info" ? "callout--info" : tone === "plain" ? "" : `tone-${tone}`;
  const Heading = `h${level}` as const;
  return (
    <div className={`callout ${tint} ${act === undefined ? "" : "callout--act"}`} role={role}>
      <Icon className={big ? "icon icon--xl" : "icon icon--lg"} />
      <Heading>{title}</Heading>
      <div className="callout__body">{children}</div>
      {act}
    </div>
  );
}
