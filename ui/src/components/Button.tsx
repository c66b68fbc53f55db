import { type ReactNode, type Ref, useEffect, useState } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link, type LinkProps } from "react-aria-components";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "tonal" | "icon";
type Look = { kind?: ButtonKind; block?: boolean; start?: boolean; children?: ReactNode };

export function look({ kind = "secondary", block = false, start = false }: Look): string {
  return ["btn", `btn--${kind}`, block && "btn--block", start && "btn--start"].filter(Boolean).join(" ");
}

type ButtonProps = Omit<AriaButtonProps, "className" | "children"> & Look & { ref?: Ref<HTMLButtonElement> };

/** Work that is done at once is not announced as work: only after a moment the button says that it waits. */
function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), 400);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  return late;
}

export function Button({ kind, block, start, isPending = false, onPress, ...props }: ButtonProps) {
  const late = useLate(isPending);
  return (
    <AriaButton
      {...props}
      isPending={late}
      onPress={(event) => {
        if (!isPending) onPress?.(event);
      }}
      className={look({ kind, block, start } as Look)}
    />
  );
}

type ButtonLinkProps = Omit<LinkProps, "className" | "children"> & Look & { href: string };

/** Looks like a button and goes somewhere. */
export function ButtonLink({ kind, block, start, ...props }: ButtonLinkProps) {
  return <Link {...props} className={look({ kind, block, start } as Look)} />;
}
