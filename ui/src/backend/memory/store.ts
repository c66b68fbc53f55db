import type {
  AppStatus,
  BadgeView,
  ChangeSet,
  Failure,
  InboxItem,
  SettingsView,
  ShareView,
  WaitingLink,
} from "../bindings";
import { manySeeds, ME, SEEDS, type Seed } from "./seeds";
import { recordOf } from "./records";

export type Situation = {
  start: "none" | "empty" | "full" | "locked" | "damaged";
  keyring: boolean;
  many: number;
  locale: string | null;
  theme: AppStatus["theme"];
};

/** `?start=full&keyring=no&many=400&locale=de&theme=dark`: where a test or a designer wants to begin. */
export function situationOf(search: string): Situation {
  const wish = new URLSearchParams(search);
  const start = wish.get("start");
  const theme = wish.get("theme");
  return {
    start: start === "empty" || start === "full" || start === "locked" || start === "damaged" ? start : "none",
    keyring: wish.get("keyring") !== "no",
    many: Number(wish.get("many") ?? 0),
    locale: wish.get("locale"),
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
}

export type StackRecord = { id: string; title: string; description: string; badges: string[] };

/** Rejections are failures as data, as the shell sends them. */
export const failure = (code: string, args: Failure["args"] = {}): Failure => ({ code, args, next: true });

/** Everything there is, while the page is open. */
export class Store {
  state: AppStatus["backpack"];
  passphrase: string | null = null;
  kept = new Map<string, BadgeView>();
  waiting = new Map<string, { item: InboxItem; seed: Seed }>();
  stacks = new Map<string, StackRecord>();
  texts = new Map<string, string>();
  shares: ShareView[] = [];
  links: WaitingLink[] = [];
  settings: SettingsView;
  private readonly listeners = new Set<(change: ChangeSet) => void>();
  private counter = 0;

  constructor(readonly situation: Situation) {
    this.state = situation.start === "full" || situation.start === "empty" ? "open" : situation.start;
    this.settings = {
      addresses: situation.start === "full" ? [ME] : [],
      slots: [],
      keyring: situation.keyring,
      consents: situation.start === "full" ? ["lindenau-learning.example"] : [],
      knownIssuers: [],
      registries: [],
      trustLists: [],
      locale: situation.locale,
      theme: situation.theme,
      contrast: false,
      textSize: 100,
      folder: "~/.local/share/badgefolio",
    };
    if (this.state !== "none") this.addSlot(situation.keyring ? "keyring" : "passphrase");
    if (this.state === "locked") this.passphrase = situation.keyring ? null : "river bread seven lanterns";
    if (situation.start === "full" || situation.start === "locked") this.fill();
  }

  private fill(): void {
    const mail = {
      subject: "Your badges from the spring courses",
      from: "badges@lindenau-learning.example",
      date: "2026-03-20T14:05:00+01:00",
    };
    const seeds = this.situation.many > 0 ? manySeeds(this.situation.many) : SEEDS;
    for (const seed of seeds) this.kept.set(seed.id, recordOf(seed, seed.picture === "ai" ? mail : null));
    this.stacks.set("s1", {
      id: "s1",
      title: "Ready for the warehouse",
      description: "What I show for work with goods and people.",
      badges: [
        "forkliftclassone",
        "spreadsheetesstl",
        "germanb1speaking",
        "firstaidrefreshr",
        "youthcampleader2",
      ].filter((id) => this.kept.has(id)),
    });
  }

  next(prefix: string): string {
    this.counter += 1;
    return `${prefix}${this.counter}`;
  }

  addSlot(kind: "keyring" | "passphrase"): void {
    const label = kind === "keyring" ? "login" : "";
    const slot = { id: this.next("slot"), kind, label, createdAt: "2026-03-20T14:00:00Z", removable: true };
    this.settings.slots = [...this.settings.slots, slot].map((one, _, all) => ({ ...one, removable: all.length > 1 }));
  }

  status(): AppStatus {
    const { locale, contrast, slots, theme } = this.settings;
    return {
      backpack: this.state,
      keyring: this.situation.keyring,
      slots: slots.map((slot) => slot.kind),
      locale,
      theme,
      contrast,
      version: "0.1.0",
      inbox: this.state === "open" ? this.waiting.size : 0,
      badges: this.state === "open" ? this.kept.size : 0,
      stacks: this.state === "open" ? this.stacks.size : 0,
    };
  }

  listen(listener: (change: ChangeSet) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  removeSlot(id: string): void {
    const left = this.settings.slots.filter((slot) => slot.id !== id);
    this.settings.slots = left.map((slot) => ({ ...slot, removable: left.length > 1 }));
  }

  tell(change: Partial<ChangeSet>): null {
    const whole = {
      badges: [],
      inbox: false,
      stacks: false,
      shares: false,
      reviews: false,
      settings: false,
      ...change,
    };
    for (const listener of this.listeners) listener(whole);
    return null;
  }

  record(id: string): BadgeView {
    const found = this.kept.get(id) ?? this.waitingRecord(id);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
    if (found === undefined) throw failure("backpack.no-such-badge");
    return found;
  }

  private waitingRecord(id: string): BadgeView | undefined {
    const waiting = this.waiting.get(id);
    return waiting === undefined ? undefined : recordOf(waiting.seed, waiting.item.mail);
  }
}
