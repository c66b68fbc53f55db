import type { FluentBundle, FluentVariable } from "@fluent/bundle";
import { dateOnly, isWritten } from "./dates";
import type { Locale } from "./catalogues";

export type Vars = Record<string, FluentVariable>;
export type Sentence = { message: string; next: string | null };

/** `proof.ok` is worded by the message `code-proof-ok`. */
export const messageOf = (code: string): string => `code-${code.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;

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
    return this.find(id, null, vars) ?? id;
  }

  /** An attribute of a message, for example `.next`; `null` where it has none. */
  attribute(id: string, name: string, vars?: Vars): string | null {
    return this.find(id, name, vars);
  }

  /** The sentence for a code, with its next step. A code that nobody has worded is said to be one. */
  code(code: string, args: Record<string, string> = {}): Sentence {
    const id = messageOf(code);
    const vars = this.readable(args);
    const message = this.find(id, null, vars);
    if (message === null) return { message: this.text("code-unworded", { code }), next: null };
    return { message, next: this.find(id, "next", vars) };
  }

  private find(id: string, attribute: string | null, vars?: Vars): string | null {
    for (const bundle of this.bundles) {
      const message = bundle.getMessage(id);
      const pattern = attribute === null ? message?.value : message?.attributes[attribute];
      if (pattern !== undefined && pattern !== null) return bundle.formatPattern(pattern, vars ?? null, []);
    }
    return null;
  }

  /** Arguments cross as text: written dates are shown as dates, counts become numbers for their plural. */
  private readable(args: Record<string, string>): Vars {
    return Object.fromEntries(
      Object.entries(args).map(([key, value]): [string, FluentVariable] => {
        if (isWritten(value)) return [key, dateOnly(value, this.locale)];
        if (/^(count|total|limit|seconds|days)$/.test(key) && /^\d{1,9}$/.test(value)) return [key, Number(value)];
        return [key, value];
      }),
    );
  }
}
