// The pages' own logic, without a browser: what needs one is looked at in Chromium (tests/browser).
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["tests/**/*.test.ts"], environment: "node", setupFiles: ["tests/page.ts"], testTimeout: 5000, watch: false } });
