import type { Failure } from "./bindings";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Whatever was thrown, as a failure that can be worded. What is not one of ours gets a code of its own. */
export function toFailure(thrown: unknown): Failure {
  if (isRecord(thrown) && typeof thrown.code === "string" && isRecord(thrown.args)) {
    const args = Object.fromEntries(Object.entries(thrown.args).map(([key, value]) => [key, String(value)]));
    return { code: thrown.code, args, next: thrown.next === true };
  }
  return { code: "ui.unexpected", args: {}, next: false };
}
