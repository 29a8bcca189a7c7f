// What a page gives its scripts, without a browser: a body with its data, codes in words, a database that lives as long as the test.
import "fake-indexeddb/auto";
import { vi } from "vitest";

const codes = { level: { "1": "Level 1", "3": "Level 3" }, cancel_reason: { not_needed: "not needed", other: "other" } };
const body = { dataset: { now: "1000000", speed: "1", staff: "p-lowe" } as Record<string, string> };

vi.stubGlobal("document", {
  body, cookie: "csrftoken=a-token", documentElement: { lang: "en" },
  getElementById: (id: string) => (id === "codes" ? { textContent: JSON.stringify(codes) } : null),
  querySelector: () => null, querySelectorAll: () => [], addEventListener: () => undefined,
});
vi.stubGlobal("window", { setInterval: () => 0, setTimeout, clearTimeout, addEventListener: () => undefined });
vi.stubGlobal("location", { hash: "", pathname: "/dispatch/", href: "/dispatch/" });
vi.stubGlobal("history", { replaceState: () => undefined });
const stored = new Map<string, string>();
vi.stubGlobal("localStorage", { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value) });
const locks = { request: (_: string, __: unknown, work: (lock: unknown) => unknown) => work({}) };
vi.stubGlobal("navigator", { locks, onLine: true });
