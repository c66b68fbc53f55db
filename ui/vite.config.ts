import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The catalogues lie beside ui/ because Rust reads the same files.
export default defineConfig({
  plugins: [react()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: { target: "es2022", outDir: "dist", emptyOutDir: true },
  test: {
    // Tests that need a document say so in their first line; starting one for each file would be slow.
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
  },
});
