import { preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    address: string;
  }
}

/** Serves what was built, on a port that is free. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ preview: { port: 0, host: "127.0.0.1", strictPort: false }, logLevel: "silent" });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the built window could not be served: run `npm run build` first");
  project.provide("address", address);
  return () => server.close();
}
