const drawings = import.meta.glob<string>("./pictures/*.svg", { query: "?raw", import: "default", eager: true });

/** The drawing of that name as an address an image can show. */
export function pictureAddress(name: string): string {
  const drawing = drawings[`./pictures/${name}.svg`] ?? "";
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
}
