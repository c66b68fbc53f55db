import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link, type LinkProps } from "react-aria-components";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "tonal" | "icon";
type Look = { kind?: ButtonKind; block?: boolean; start?: boolean; children?: ReactNode };

export function look({ kind = "secondary", block = false, start = false }: Look): string {
  return ["btn", `btn--${kind}`, block && "btn--block", start && "btn--start"].filter(Boolean).join(" ");
}

type ButtonProps = Omit<AriaButtonProps, "className" | "children"> & Look & { ref?: Ref<HTMLButtonElement> };

export function Button({ kind, block, start, ...props }: ButtonProps) {
  return <AriaButton {...props} className={look({ kind, block, start } as Look)} />;
}

type ButtonLinkProps = Omit<LinkProps, "className" | "children"> & Look & { href: string };

/** Looks like a button and goes somewhere. */
export function ButtonLink({ kind, block, start, ...props }: ButtonLinkProps) {
  return <Link {...props} className={look({ kind, block, start } as Look)} />;
}
