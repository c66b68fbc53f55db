import { Award } from "lucide-react";
import { type CSSProperties, useState } from "react";
import type { Mark, Picture } from "../backend/backend";
import { useBackend } from "../backend/context";
import { LOOKS } from "./marks";

type BadgePictureProps = {
  picture: Picture | null;
  mark?: Mark;
  /** Where the picture stands alone; beside a visible name it has none. */
  name?: string;
  /** In rem; the stylesheet decides where it is not given. */
  size?: number;
  full?: boolean;
  /** A picture that is not in the backpack, as a data address. */
  address?: string | null;
};

const sized = (size: number | undefined): CSSProperties | undefined =>
  size === undefined ? undefined : ({ "--pic": `${size}rem` } as CSSProperties);

export function BadgePicture({ picture, mark, name = "", size, full = false, address }: BadgePictureProps) {
  const backend = useBackend();
  const [broken, setBroken] = useState(false);
  const source = address ?? (picture === null ? null : backend.pictureUrl(picture, full ? "full" : "thumb"));
  const dim = mark === undefined ? "" : LOOKS[mark].dim;
  if (source === null || broken) {
    const label = name === "" ? { "aria-hidden": true } : { role: "img", "aria-label": name };
    return <Award {...label} className="pic pic--none" style={sized(size)} strokeWidth={1.2} />;
  }
  return (
    <img
      className={`pic ${dim}`}
      src={source}
      alt={name}
      style={sized(size)}
      onError={() => setBroken(true)}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
