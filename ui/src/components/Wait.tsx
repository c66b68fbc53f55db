import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../words/context";

/** Waits 300 ms before it shows that something is being waited for. */
export function Wait({ children }: { children?: ReactNode }) {
  const t = useText();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="page" aria-busy="true">
      {long && <p className="vh">{t("ui-loading")}</p>}
      <div aria-hidden="true" className={long ? "" : "unseen"}>
        {children ?? <Lines />}
      </div>
    </div>
  );
}

function Lines() {
  return (
    <div className="stack">
      <span className="skel skel--title" />
      <span className="skel" />
      <span className="skel skel--short" />
    </div>
  );
}

/** In the shape of what comes: a row of cards. */
export function GridSkeleton() {
  return (
    <div className="grid">
      {["a", "b", "c", "d"].map((key) => (
        <div key={key} className="stack stack--tight">
          <span className="skel skel--card" />
          <span className="skel" />
          <span className="skel skel--short" />
        </div>
      ))}
    </div>
  );
}
