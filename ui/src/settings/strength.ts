/** How many signs a passphrase needs at least; the wallet asks for the same. */
export const LEAST_SIGNS = 12;

export type Strength = "short" | "weak" | "fair" | "strong";

/** A plain estimate, in words on purpose: length, words and variety. It flatters nobody. */
export function strengthOf(passphrase: string): Strength {
  const signs = Array.from(passphrase).length;
  if (signs < LEAST_SIGNS) return "short";
  const different = new Set(passphrase.toLowerCase()).size;
  if (different < 6) return "weak";
  const words = new Set(passphrase.trim().toLowerCase().split(/\s+/)).size;
  if (words >= 4 && signs >= 20) return "strong";
  if (words >= 3 || signs >= 18) return "fair";
  return "weak";
}
