import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The catalogues lie beside ui/ because Rust reads the same files.
export default defineConfig({
  // React Aria speaks thirty languages; the window speaks two.
  plugins: [react(), { ...optimizeLocales.vite({ locales: ["en", "de"] }), enforce: "pre" }],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: { target: "es2022", outDir: "dist", emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  test: {
    // Tests that need a document say so in their first line; starting one for each file would be slow.
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    // Typing letter by letter beside a build takes seconds; what hangs is found all the same.
    testTimeout: 60_000,
  },
});
