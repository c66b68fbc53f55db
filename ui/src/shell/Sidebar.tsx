import {
  Backpack,
  Briefcase,
  CircleHelp,
  ClipboardCheck,
  Inbox,
  Layers,
  Lock,
  type LucideIcon,
  Plus,
  Settings,
} from "lucide-react";
import { useRef } from "react";
import { useLandmark } from "react-aria";
import { Button, Link } from "react-aria-components";
import { useLocation } from "wouter";
import type { AppStatus } from "../backend/backend";
import { Brand } from "../components/Brand";
import { ButtonLink } from "../components/Button";
import { useText } from "../words/context";

type SidebarProps = { status: AppStatus; onLock: () => void; onGo?: () => void; drawer?: boolean };
type Entry = { href: string; icon: LucideIcon; word: string; count?: number; fresh?: boolean };

function useEntries(status: AppStatus): Entry[] {
  return [
    { href: "/backpack", icon: Backpack, word: "nav-backpack", count: status.badges },
    { href: "/inbox", icon: Inbox, word: "nav-inbox", count: status.inbox, fresh: true },
    { href: "/stacks", icon: Layers, word: "nav-stacks", count: status.stacks },
    { href: "/portfolio", icon: Briefcase, word: "nav-portfolio" },
    { href: "/review", icon: ClipboardCheck, word: "nav-review" },
  ];
}

/** Which entry a place belongs to: a badge lies in the backpack, and the backpack is where we start. */
function here(location: string, href: string): boolean {
  const room = `/${location.split("/")[1]?.split("?")[0] ?? ""}`;
  return room === href || (href === "/backpack" && (room === "/" || room === "/badge"));
}

function NavItem({
  entry: { href, icon: Icon, word, count = 0, fresh = false },
  onGo,
}: {
  entry: Entry;
  onGo: (() => void) | undefined;
}) {
  const t = useText();
  const [location] = useLocation();
  return (
    <Link
      className="nav__item"
      href={`#${href}`}
      onPress={() => onGo?.()}
      {...(here(location, href) ? { "aria-current": "page" as const } : {})}
    >
      <Icon className="icon" />
      <span>{t(word)}</span>
      {count > 0 && <span className={fresh ? "nav__count nav__count--new" : "nav__count"}>{count}</span>}
      {count > 0 && fresh && <span className="vh">{t("nav-new")}</span>}
    </Link>
  );
}

export function Sidebar({ status, onLock, onGo, drawer = false }: SidebarProps) {
  const t = useText();
  const [location] = useLocation();
  const nav = useRef<HTMLElement>(null);
  const { landmarkProps } = useLandmark(
    { role: "navigation", "aria-label": drawer ? t("shell-menu") : t("shell-main") },
    nav,
  );
  const foot: Entry[] = [
    { href: "/help", icon: CircleHelp, word: "nav-help" },
    { href: "/settings", icon: Settings, word: "nav-settings" },
  ];
  return (
    <nav className={drawer ? "side side--drawer" : "side"} ref={nav} {...landmarkProps}>
      <Brand />
      <ButtonLink
        kind="tonal"
        start
        href="#/add"
        onPress={() => onGo?.()}
        {...(here(location, "/add") ? { "aria-current": "page" as const } : {})}
      >
        <Plus className="icon" />
        {t("nav-add")}
      </ButtonLink>
      <div className="nav">
        {useEntries(status).map((entry) => (
          <NavItem key={entry.href} entry={entry} onGo={onGo} />
        ))}
      </div>
      <div className="side__foot nav">
        {foot.map((entry) => (
          <NavItem key={entry.href} entry={entry} onGo={onGo} />
        ))}
        <Button className="nav__item" onPress={onLock}>
          <Lock className="icon" />
          <span>{t("nav-lock")}</span>
        </Button>
      </div>
    </nav>
  );
}
