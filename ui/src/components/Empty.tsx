import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyProps = { icon: LucideIcon; title: string; children: ReactNode; act?: ReactNode; sunken?: boolean };

/** What belongs here, and the next step as a button. */
export function Empty({ icon: Icon, title, children, act, sunken = false }: EmptyProps) {
  return (
    <div className={sunken ? "empty cardbox cardbox--sunken" : "empty drop"}>
      <span className="bubble">
        <Icon className="icon icon--xl" />
      </span>
      <h2>{title}</h2>
      <p className="muted measure">{children}</p>
      {act}
    </div>
  );
}
