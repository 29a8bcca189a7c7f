// Every web/src/<stage>/entry.ts is a page's script. The server finds what was built through manifest.json.
import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "vite";

const stages = readdirSync("src").filter((stage) => existsSync(`src/${stage}/entry.ts`));

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../src/alongside/server/site/static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: ["chrome123", "firefox125", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: { ...Object.fromEntries(stages.map((stage) => [stage, `src/${stage}/entry.ts`])), "field-worker": "src/field/worker.ts" } },
  },
});
