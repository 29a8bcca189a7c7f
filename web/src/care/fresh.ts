// Keeps a page the server made true: when the board tells of a change, the living part is asked for again and only what differs is replaced.
// What somebody is filling in is left alone until it is sent; opened details stay open; the focus stays where it is.
import { clockTime, hear, now } from "../site/clock";
import { find, h, list } from "../site/dom";
import { isAsking } from "../site/ask";
import { refreshAges } from "../site/ages";
import { joinLine } from "../site/shared-line";
import type { LineState } from "../site/line";
import { t } from "../site/texts";

export type Fresh = { refresh: () => Promise<void>; state: () => LineState; onState: (tell: (state: LineState) => void) => void };

const AGAIN_MS = 45_000; // drive times and stale marks grow old even when nothing happens
const SOON_MS = 200;
const WATCH_MS = 1_000; // what a consent opened is gone a second after it was taken back; the feed tells nobody of consents
const GONE = new Set([403, 404]);
const AFTER_OWN_MS = 300;

/** No longer theirs to see: nothing of it stays on the screen. Where their own deed brought it about, its answer says where to go. */
function leave(region: HTMLElement): void {
  region.replaceChildren();
  if (isAsking()) window.setTimeout(() => leave(region), AFTER_OWN_MS);
  else location.reload();
}

/** Begin; `swapped` is called after something was replaced. */
export function keepFresh(swapped: () => void = () => undefined): Fresh {
  const region = find("[data-fresh]");
  let state: LineState = "connecting";
  let told: (state: LineState) => void = () => undefined;
  let waiting = 0;
  let madeAt = now();
  let [asked, shown] = [0, 0];
  const known = new Map<string, string>(region ? children(region).map(([key, child]) => [key, plain(child)]) : []);

  const refresh = async (again = false): Promise<void> => {
    if (!region) return;
    const turn = ++asked;
    const response = await fetch(location.href, { headers: { "X-Part": "1" }, credentials: "same-origin", cache: "no-store" }).catch(() => null);
    // Whoever signs in in another tab has no session for a moment: asked once more before this page is left.
    if (response?.redirected && !again) return void window.setTimeout(() => void refresh(true), AFTER_OWN_MS);
    if (response?.redirected) return location.assign(response.url);
    if (response && GONE.has(response.status)) return leave(region);
    if (!response?.ok) return sayOld(madeAt);
    const text = await response.text();
    if (turn < shown) return; // overtaken: what was asked for later stands already, and this would take it away again
    shown = turn;
    madeAt = now();
    find("#old-page")?.remove();
    const made = h("div");
    made.innerHTML = text;
    const [old, notices] = [find("#notices"), find("#notices", made)]; // what the law says goes with what is shown now
    if (notices) region.after(notices);
    old?.remove();
    swap(region, made, known);
    refreshAges(region);
    swapped();
  };
  const soon = () => {
    waiting ||= window.setTimeout(() => { waiting = 0; void refresh(); }, SOON_MS);
  };

  const start = joinLine((news) => {
    if (news.kind === "reset" || (news.kind === "message" && news.event === "message" && news.id)) soon();
    if (news.kind === "state" && news.state !== state) {
      if (news.state === "live") soon();
      told((state = news.state));
    }
  });
  void begin(start);
  window.setInterval(soon, AGAIN_MS);
  window.setInterval(() => void watch(refresh), WATCH_MS);
  window.addEventListener("online", soon);
  document.addEventListener("visibilitychange", () => document.hidden || soon());
  return { refresh: () => refresh(), state: () => state, onState: (tell) => (told = tell) };
}

/** Ask whether what opened this page's words still stands, where the page says that something did. */
async function watch(refresh: () => Promise<void>): Promise<void> {
  const watched = find("[data-watch]");
  if (!watched || document.hidden) return;
  const response = await fetch(watched.dataset["watch"]!, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!response) return;
  const turn = response.ok ? ((await response.json()) as { turn: string }).turn : "";
  if (turn !== watched.dataset["turn"]) await refresh();
}

async function begin(start: (position: number) => void): Promise<void> {
  const response = await fetch("/board.json", { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!response?.ok) return void window.setTimeout(() => void begin(start), 5000);
  const { position, now: at, speed } = (await response.json()) as { position: number; now: number; speed: number };
  hear(at, speed);
  start(position);
}

/** Children by id, or by place where they have none. */
const children = (of: HTMLElement): [string, HTMLElement][] =>
  [...of.children].map((child, place) => [child.id || `at-${place}`, child as HTMLElement]);

/** What was said, without what the browser itself changes: counted ages, opened details. */
function plain(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const time of list("[data-since], [data-due]", copy)) time.replaceChildren();
  for (const part of list(".stale, .late, [class='']", copy)) part.removeAttribute("class");
  for (const part of list("details", copy)) part.removeAttribute("open");
  return copy.outerHTML;
}

function swap(region: HTMLElement, made: HTMLElement, known: Map<string, string>): void {
  const old = new Map(children(region));
  let last: HTMLElement | null = null;
  for (const [key, child] of children(made)) {
    const [before, said] = [old.get(key), plain(child)];
    old.delete(key);
    const stays = before && (known.get(key) === said || isBusy(before));
    if (!stays) known.set(key, said);
    const stands = stays ? before : child;
    if (!before) last ? last.after(child) : region.prepend(child);
    else if (!stays) replace(before, child);
    last = stands;
  }
  for (const [key, gone] of old) {
    known.delete(key);
    gone.remove();
  }
}

function replace(before: HTMLElement, after: HTMLElement): void {
  const focus = list("a, button, input, select, textarea, summary", before).indexOf(document.activeElement as HTMLElement);
  for (const details of list<HTMLDetailsElement>("details[id]", before)) {
    const same = find<HTMLDetailsElement>(`details[id="${details.id}"]`, after);
    if (same) same.open = details.open || (same.open && !("fold" in details.dataset)); // what a phone folded stays folded
  }
  before.replaceWith(after);
  if (focus >= 0) list("a, button, input, select, textarea, summary", after)[focus]?.focus({ preventScroll: true });
}

/** True while somebody types or has chosen something there that is not sent yet. */
function isBusy(part: HTMLElement): boolean {
  return list<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea", part).some((field) => {
    if (field instanceof HTMLSelectElement) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    if (/^(checkbox|radio)$/.test(field.type)) return (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked;
    return field.type !== "hidden" && (field.value !== field.defaultValue || document.activeElement === field);
  });
}

function sayOld(at: number): void {
  const text = t("This page could not be brought up to date. It is from {time}.", { time: clockTime(at) });
  const note = find("#old-page") ?? h("p", { id: "old-page", class: "notice near", role: "status" });
  note.textContent = text;
  find("[data-fresh]")?.before(note);
}
