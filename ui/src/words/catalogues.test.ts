import { parse, type Resource, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale, negotiate, sourcesOf } from "./catalogues";
import { GLOSSARY } from "./glossary";

class Variables extends Visitor {
  readonly names = new Set<string>();
  override visitVariableReference(node: VariableReference): void {
    this.names.add(node.id.name);
  }
}

type Shape = { file: string; variables: string[]; attributes: Record<string, string[]> };

function variablesOf(part: Message["value"]): string[] {
  const visitor = new Variables();
  if (part !== null) visitor.visit(part);
  return [...visitor.names].sort();
}

/** Every message of a language: its file, the arguments it needs, and those of its attributes. */
function shapes(locale: Locale): { messages: Map<string, Shape>; twice: string[]; junk: string[] } {
  const messages = new Map<string, Shape>();
  const twice: string[] = [];
  const junk: string[] = [];
  for (const [path, text] of sourcesOf(locale)) {
    const file = path.split("/").pop() ?? path;
    const resource: Resource = parse(text, {});
    for (const entry of resource.body) {
      if (entry.type === "Junk") junk.push(`${file}: ${entry.content.slice(0, 60)}`);
      if (entry.type !== "Message") continue;
      if (messages.has(entry.id.name)) twice.push(`${entry.id.name} (${file})`);
      const attributes = entry.attributes.map((one) => [one.id.name, variablesOf(one.value)] as const);
      messages.set(entry.id.name, {
        file,
        variables: variablesOf(entry.value),
        attributes: Object.fromEntries(attributes),
      });
    }
  }
  return { messages, twice, junk };
}

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const source = Object.values(sources).join("\n");

/** Ids that the sources name outright, and the beginnings of those that they put together. */
const named = [...source.matchAll(/\b(?:t|words\.text|words\.attribute|words\.has)\(\s*"([a-z][\w-]+)"/gi)].map(
  ([, id]) => id,
);
const said = [...source.matchAll(/<Say\s+id="([a-z][\w-]+)"/g)].map(([, id]) => id);
const built = [...source.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map(([, prefix]) => prefix);

describe("the catalogues", () => {
  const en = shapes("en");
  const de = shapes("de");

  it.each(LOCALES)("are well formed and name nothing twice in %s", (locale) => {
    const { twice, junk } = shapes(locale);
    expect(twice).toEqual([]);
    expect(junk).toEqual([]);
  });

  it("have the same messages, arguments and next steps in both languages", () => {
    const plain = ({ messages }: typeof en) =>
      [...messages]
        .map(([id, { variables, attributes }]) => `${id} ${variables.join(",")} ${JSON.stringify(attributes)}`)
        .sort();
    expect(plain(de)).toEqual(plain(en));
  });

  it("have every message that the window names", () => {
    const missing = [...named, ...said].filter((id) => id !== undefined && !en.messages.has(id));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("have a family for every message whose name is put together", () => {
    const ids = [...en.messages.keys()];
    const empty = built.filter(
      (prefix) => prefix !== undefined && prefix !== "code-" && !ids.some((id) => id.startsWith(prefix)),
    );
    const classes = /^(tone-|callout--|btn--|tile-|h)/;
    expect(empty.filter((prefix) => prefix !== undefined && !classes.test(prefix))).toEqual([]);
  });

  it("hold nothing in ui.ftl that the window never says", () => {
    const unused = [...en.messages].filter(([id, { file }]) => {
      if (file !== "ui.ftl" || id.startsWith("code-")) return false;
      return !source.includes(`"${id}"`) && !built.some((prefix) => prefix !== undefined && id.startsWith(prefix));
    });
    expect(unused.map(([id]) => id)).toEqual([]);
  });

  it.each(GLOSSARY)("explain the word %s in two sentences", (word) => {
    const shape = en.messages.get(`word-${word}`);
    expect(shape?.attributes).toHaveProperty("is");
  });
});

describe("choosing a language", () => {
  it("takes what the person chose, then what the system speaks, then English", () => {
    expect(negotiate("de", ["en-US"])).toBe("de");
    expect(negotiate(null, ["de-AT", "en"])).toBe("de");
    expect(negotiate(null, ["fr-FR", "it"])).toBe("en");
    expect(negotiate("xx", ["de"])).toBe("de");
  });
});
