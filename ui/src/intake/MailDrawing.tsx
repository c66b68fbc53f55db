import type { ReactNode } from "react";

/** What to look for: three dots in the mail, a menu at the top, dragging, or the picture itself. */
export type Gesture = "dots" | "menu" | "drag" | "picture";

const Line = ({ x, y, width, strong = false }: { x: number; y: number; width: number; strong?: boolean }) => (
  <rect x={x} y={y} width={width} height="6" rx="3" className={strong ? "draw__strong" : "draw__line"} />
);

const Pointer = ({ x, y }: { x: number; y: number }) => (
  <path d={`M${x} ${y}v26l7-6 5 11 6-3-5-11 9-1z`} className="draw__pointer" />
);

const Choice = ({ x, y, width = 110 }: { x: number; y: number; width?: number }) => (
  <g>
    <rect x={x} y={y} width={width} height="76" rx="8" className="draw__panel" />
    <Line x={x + 12} y={y + 13} width={width - 50} />
    <rect x={x + 5} y={y + 27} width={width - 10} height="22" rx="5" className="draw__chosen" />
    <Line x={x + 12} y={y + 35} width={width - 32} strong />
    <Line x={x + 12} y={y + 59} width={width - 60} />
  </g>
);

const DRAWINGS: Record<Gesture, ReactNode> = {
  dots: (
    <>
      <circle cx="270" cy="56" r="14" className="draw__ring" />
      <circle cx="270" cy="50" r="2" className="draw__dot" />
      <circle cx="270" cy="56" r="2" className="draw__dot" />
      <circle cx="270" cy="62" r="2" className="draw__dot" />
      <Choice x={168} y={76} />
      <Pointer x={244} y={114} />
    </>
  ),
  menu: (
    <>
      <rect x="22" y="10" width="40" height="18" rx="5" className="draw__chosen" />
      <Line x={28} y={16} width={28} strong />
      <Choice x={22} y={32} />
      <Pointer x={100} y={70} />
    </>
  ),
  drag: (
    <>
      <rect x="22" y="68" width="76" height="26" rx="6" className="draw__chosen" />
      <path d="M100 88c50 6 60 40 96 46" className="draw__way" />
      <rect x="196" y="104" width="96" height="72" rx="10" className="draw__target" />
      <path d="M244 124v22m-9-9 9 9 9-9m-20 17h22" className="draw__arrow" />
      <Pointer x={150} y={104} />
    </>
  ),
  picture: (
    <>
      <circle cx="196" cy="118" r="34" className="draw__badge" />
      <path d="m196 98 6 13 14 2-10 10 2 14-12-7-12 7 2-14-10-10 14-2z" className="draw__star" />
      <Choice x={206} y={100} width={96} />
      <Pointer x={272} y={138} />
    </>
  ),
};

/** A mail program, simply drawn, with the one thing to press picked out. The words beside it say the same. */
export function MailDrawing({ gesture }: { gesture: Gesture }) {
  return (
    <svg className="draw" viewBox="0 0 320 200" aria-hidden="true">
      <rect x="4" y="4" width="312" height="192" rx="12" className="draw__window" />
      <path d="M4 34h312" className="draw__edge" />
      <Line x={28} y={16} width={28} />
      <Line x={70} y={16} width={28} />
      <Line x={112} y={16} width={28} />
      <path d="M108 34v162" className="draw__edge" />
      {[46, 74, 102, 130, 158].map((y) => (
        <g key={y}>
          <Line x={28} y={y} width={52} strong={y === 74} />
          <Line x={28} y={y + 10} width={64} />
        </g>
      ))}
      <Line x={124} y={50} width={90} strong />
      <Line x={124} y={64} width={60} />
      <Line x={124} y={160} width={150} />
      <Line x={124} y={174} width={120} />
      {DRAWINGS[gesture]}
    </svg>
  );
}
