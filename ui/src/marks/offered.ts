import type { CheckView } from "../backend/backend";

/** The host at which the issuer offers a newer version of a badge, if it does. */
export function offeredAt({ checks }: { checks: CheckView[] }): string | null {
  for (const check of checks) {
    const note = check.notes.find(({ code }) => code === "status.refresh-offered");
    if (note !== undefined) return note.args.host ?? null;
  }
  return null;
}
