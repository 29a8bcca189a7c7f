// The server's time. A browser's own clock may be wrong by minutes, and a demonstration may live faster.

const startedAt = performance.now();
let serverAt = Number(document.body.dataset["now"] ?? Date.now());
let heardAt = startedAt;
let speed = Number(document.body.dataset["speed"] ?? 1);

/** Milliseconds since the epoch as the server counts them. */
export const now = (): number => serverAt + (performance.now() - heardAt) * speed;

/** The server said what time it is. */
export function hear(at: number, newSpeed = speed): void {
  serverAt = at;
  heardAt = performance.now();
  speed = newSpeed;
}

/** 00:42, 06:10, 1:22:05: how long ago, or how long until. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${two(minutes)}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

const language = document.documentElement.lang || "en";
const zone = document.body.dataset["zone"] || undefined;
const hourCycle = "h23" as const;
const clockFormat = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle, timeZone: zone });
const dayFormat = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: zone });
const minuteFormat = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle, timeZone: zone });

export const clockTime = (at: number): string => clockFormat.format(at);
export const day = (at: number): string => dayFormat.format(at);
export const minuteTime = (at: number): string => minuteFormat.format(at);

const WALL = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle } as const;
const wallFormat = new Intl.DateTimeFormat("en-US", { ...WALL, timeZone: zone });

/** What the area's clocks show at a moment, as if it were UTC; a browser may be set to another zone. */
export function wallOf(at: number): number {
  const part = Object.fromEntries(wallFormat.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"], part["hour"], part["minute"], part["second"]);
}

/** The moment at which the area's clocks show this. */
export function momentAt(wall: number): number {
  const near = wall + (wall - wallOf(wall));
  return near + (wall - wallOf(near));
}

type Ticker = (at: number) => void;
const tickers = new Set<Ticker>();

/** Call this every second of ours, and once at once; returns how to stop it. */
export function everySecond(ticker: Ticker): () => void {
  tickers.add(ticker);
  ticker(now());
  return () => tickers.delete(ticker);
}

window.setInterval(() => tickers.forEach((ticker) => ticker(now())), 1000);
