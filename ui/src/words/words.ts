import type { FluentBundle, FluentVariable } from "@fluent/bundle";
import type { Locale } from "./catalogues";
import { dateOnly, isWritten } from "./dates";

export type Vars = Record<string, FluentVariable>;
export type Sentence = { message: string; next: string | null };

type Pattern = Parameters<FluentBundle["formatPattern"]>[0];

/** `proof.ok` is worded by the message `code-proof-ok`. */
export const messageOf = (code: string): string => `code-${code.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;

/** Arguments that hold a day or an instant, as the command line words them, too. */
const DAYS = /^(date|since|until|when)$/;

/** The arguments that a message counts with: they have to be numbers for their plural. */
function counted(pattern: Pattern): Set<string> {
  const names = new Set<string>();
  if (typeof pattern === "string") return names;
  for (const part of pattern) {
    if (typeof part === "string" || part.type !== "select") continue;
    if (part.selector.type === "var") names.add(part.selector.name);
    for (const variant of part.variants) for (const name of counted(variant.value)) names.add(name);
  }
  return names;
}

/** All that the window says, in one language; what that language lacks is taken from English. */
export class Words {
  constructor(
    readonly locale: Locale,
    private readonly bundles: readonly FluentBundle[],
  ) {}

  has(id: string): boolean {
    return this.bundles.some((bundle) => bundle.hasMessage(id));
  }

  text(id: string, vars?: Vars): string {
    return this.find(id, null, () => vars) ?? id;
  }

  /** An attribute of a message, for example `.next`; `null` where it has none. */
  attribute(id: string, name: string, vars?: Vars): string | null {
    return this.find(id, name, () => vars);
  }

  /** The sentence for a code, with its next step. A code that nobody has worded is said to be one. */
  code(code: string, args: Record<string, string> = {}): Sentence {
    const id = messageOf(code);
    const vars = (pattern: Pattern) => this.readable(args, counted(pattern));
    const message = this.find(id, null, vars);
    if (message === null) return { message: this.text("code-unworded", { code }), next: null };
    return { message, next: this.find(id, "next", vars) };
  }

  private find(id: string, attribute: string | null, vars: (pattern: Pattern) => Vars | undefined): string | null {
    for (const bundle of this.bundles) {
      const message = bundle.getMessage(id);
      const pattern = attribute === null ? message?.value : message?.attributes[attribute];
      if (pattern !== undefined && pattern !== null) return bundle.formatPattern(pattern, vars(pattern) ?? null, []);
    }
    return null;
  }

  /** Arguments cross as text: days are shown as days, counts become numbers. */
  private readable(args: Record<string, string>, counts: ReadonlySet<string>): Vars {
    return Object.fromEntries(
      Object.entries(args).map(([key, value]): [string, FluentVariable] => {
        if (DAYS.test(key) && isWritten(value)) return [key, dateOnly(value, this.locale)];
        if (counts.has(key) && /^\d+$/.test(value)) return [key, Number(value)];
        return [key, value];
      }),
    );
  }
}
