import type { Failure, GivenFile } from "./bindings";

/** The wallet refuses larger files; saying so before reading spares the memory (see `openbadges::limits`). */
export const FILE_LIMIT_MIB = 64;

function tooLarge(name: string): Failure {
  return { code: "ui.file-too-large", args: { name, limit: String(FILE_LIMIT_MIB) }, next: true };
}

/** A dropped or chosen file as it crosses to the wallet: its name and its bytes, never a path. */
export async function given(file: File): Promise<GivenFile> {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (file.size > FILE_LIMIT_MIB * 1024 * 1024) throw tooLarge(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return { name: file.name, base64: btoa(binary) };
}

/** Together they cross to the wallet at once; more than that the shell refuses. */
const TOGETHER_MIB = 96;

/** Several files that were dropped or pasted at once. */
export async function allGiven(files: readonly File[]): Promise<GivenFile[]> {
  const sum = files.reduce((all, file) => all + file.size, 0);
  const tooMuch: Failure = { code: "shell.too-much", args: {}, next: true };
  // What is too large by itself is said by its name.
  const single = files.every((file) => file.size <= FILE_LIMIT_MIB * 1024 * 1024);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- failures are plain data, here as in the shell
  if (single && sum > TOGETHER_MIB * 1024 * 1024) throw tooMuch;
  return Promise.all(files.map(given));
}

export const textOf = (file: GivenFile): string =>
  new TextDecoder().decode(Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0)));
