import type { Backend, BadgeCard } from "../backend";
import { minutesOf } from "./listing";
import { soon } from "./soon";
import { failure, type StackRecord, type Store } from "./store";

type Part = Pick<
  Backend,
  "stacks" | "stack" | "createStack" | "updateStack" | "deleteStack" | "addToStack" | "removeFromStack" | "orderStack"
>;

function find(store: Store, id: string): StackRecord {
  const stack = store.stacks.get(id);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (stack === undefined) throw failure("backpack.no-such-stack");
  return stack;
}

const cards = (store: Store, ids: readonly string[]): BadgeCard[] =>
  ids.map((id) => store.kept.get(id)?.card).filter((card) => card !== undefined);

function cardOf(store: Store, { id, title, description, badges }: StackRecord) {
  const items = cards(store, badges);
  return {
    id,
    title,
    description,
    badges: items.length,
    minutes: minutesOf(items),
    pictures: items.map((card) => card.picture ?? "").slice(0, 4),
  };
}

function create(store: Store, title: string, description: string): string {
  const id = store.next("stack");
  store.stacks.set(id, { id, title, description, badges: [] });
  store.tell({ stacks: true });
  return id;
}

export function stacks(store: Store): Part {
  const change = (id: string, part: Partial<StackRecord>) => {
    store.stacks.set(id, { ...find(store, id), ...part });
    return store.tell({ stacks: true });
  };
  return {
    stacks: () => soon(() => [...store.stacks.values()].map((stack) => cardOf(store, stack))),
    stack: (id) =>
      soon(() => {
        const { title, description, badges } = find(store, id);
        const items = cards(store, badges);
        return { id, title, description, items, minutes: minutesOf(items) };
      }),
    createStack: (title, description) => soon(() => create(store, title, description)),
    updateStack: (id, title, description) => soon(() => change(id, { title, description })),
    deleteStack: (id) =>
      soon(() => {
        store.stacks.delete(id);
        return store.tell({ stacks: true });
      }),
    addToStack: (id, badges) =>
      soon(() => change(id, { badges: [...new Set([...find(store, id).badges, ...badges])] })),
    removeFromStack: (id, badge) =>
      soon(() => change(id, { badges: find(store, id).badges.filter((one) => one !== badge) })),
    orderStack: (id, badges) => soon(() => change(id, { badges })),
  };
}
