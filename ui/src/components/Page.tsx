import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-aria-components";

type PageProps = {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
};

/** The one h1 of a view. It takes the focus when the view opens, so that a screen reader says where we are. */
export function PageTitle({ children, focus = true }: { children: ReactNode; focus?: boolean }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) title.current?.focus({ preventScroll: true });
  }, [focus]);
  useEffect(() => {
    document.title = `${title.current?.textContent ?? ""} – Badgefolio`;
  });
  return (
    <h1 ref={title} tabIndex={-1} dir="auto" className="page__title">
      {children}
    </h1>
  );
}

export function Crumb({ href, label }: { href: string; label: string }) {
  return (
    <Link className="crumb" href={href}>
      <ArrowLeft className="icon icon--dir" />
      {label}
    </Link>
  );
}

export function Page({ title, lead, back, actions, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? "page page--narrow" : "page"}>
      {back && <Crumb {...back} />}
      <div className="page__head">
        <div>
          <PageTitle>{title}</PageTitle>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

export function Section({
  title,
  lead,
  act,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  act?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section__head">
        <h2>{title}</h2>
        {act}
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
