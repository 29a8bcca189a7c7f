// The roster board: shifts dragged by mouse or moved by keys. Every change is asked of the server like the plain forms ask it,
// and what comes back is another plan under another address.
import { find, list } from "../site/dom";
import { csrfToken } from "../site/ask";
import { followRun } from "./following";
import { WEEK_HOURS, hourAt, moved, say, stretched, type Span } from "./hours";
import { listenForKeys } from "./keys";

const EDGE_PX = 7; // so near its end, a shift is made longer instead of moved
const MOVED_PX = 4;
const NEW_HOURS = 8;

export type Held = { bar: SVGRectElement; unit: string; shift: string; span: Span };

/** Begin: the board stays one element, its content is exchanged. */
export function beginBoard(): void {
  document.addEventListener("pointerdown", (event) => event.button === 0 && grab(event));
  document.addEventListener("submit", (event) => void submitHere(event));
  document.addEventListener("input", (event) => slide(event.target as HTMLInputElement));
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-print]")) window.print();
    const undo = target.closest<HTMLAnchorElement>("#undo");
    if (undo) { event.preventDefault(); void afterOthers(() => go(undo.href)); }
  });
  window.addEventListener("popstate", () => location.reload());
  listenForKeys(put, take);
  followRun();
}

/** What a bar stands for; nothing for a team that is on duty around the clock. */
export function held(bar: SVGRectElement): Held | null {
  const unit = bar.closest<SVGElement>("[data-strip]")?.dataset["strip"];
  const { shift, from, hours } = bar.dataset;
  return unit && shift && shift !== "-1" ? { bar, unit, shift, span: { from: Number(from), hours: Number(hours) } } : null;
}

/** Show a shift elsewhere before it is there. */
export function preview(bar: SVGRectElement, span: Span): void {
  bar.setAttribute("x", String(span.from));
  bar.setAttribute("width", String(Math.min(span.hours, WEEK_HOURS - span.from)));
  const days = list(".day-names .week > span").map((one) => one.textContent ?? "");
  const says = find("[data-says]");
  if (says) says.textContent = say(span, days);
}

function grab(event: PointerEvent): void {
  const target = event.target as Element;
  const crew = target.closest<HTMLElement>("[data-crew]");
  if (crew) return void drag(event, () => undefined, (at) => drop(crew, at));
  const bar = target.closest<SVGRectElement>(".shift");
  const one = bar && held(bar);
  if (!bar || !one) return;
  const strip = bar.ownerSVGElement!.getBoundingClientRect();
  const longer = bar.getBoundingClientRect().right - event.clientX < EDGE_PX;
  const after = (at: PointerEvent): Span => {
    const by = ((at.clientX - event.clientX) / strip.width) * WEEK_HOURS;
    return longer ? stretched(one.span, by) : moved(one.span, by);
  };
  drag(event, (at) => preview(bar, after(at)), (at) => {
    const to = longer ? one.unit : stripAt(at)?.dataset["strip"] ?? one.unit;
    void put(one, after(at), to);
  }, () => preview(bar, one.span));
}

/** Follow the pointer until it lets go; Escape lets go of nothing. */
function drag(from: PointerEvent, during: (at: PointerEvent) => void, done: (at: PointerEvent) => void, back: () => void = () => undefined): void {
  let began = false;
  const over = new AbortController();
  const { signal } = over;
  from.preventDefault();
  (from.target as HTMLElement | SVGElement).focus?.({ preventScroll: true });
  document.body.classList.add("dragging");
  const end = () => { over.abort(); document.body.classList.remove("dragging"); };
  document.addEventListener("pointermove", (at) => {
    began ||= Math.hypot(at.clientX - from.clientX, at.clientY - from.clientY) > MOVED_PX;
    if (began) during(at);
  }, { signal });
  document.addEventListener("pointerup", (at) => { end(); if (began) done(at); }, { signal });
  document.addEventListener("pointercancel", () => { end(); back(); }, { signal });
  document.addEventListener("keydown", (key) => { if (key.key === "Escape") { end(); back(); } }, { signal });
}

const stripAt = (at: PointerEvent): SVGElement | null =>
  document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>(".team")?.querySelector<SVGElement>("[data-strip], [data-lane]") ?? null;

function drop(crew: HTMLElement, at: PointerEvent): void {
  const strip = stripAt(at)?.getBoundingClientRect();
  if (!strip || at.clientX < strip.left) return;
  const hour = hourAt((at.clientX - strip.left) / strip.width);
  void change({ do: "add", count: "1", kind: crew.dataset["crew"] ?? "", day: String(Math.floor(hour / 24)), from: String(hour % 24), hours: String(NEW_HOURS) });
}

function put(one: Held, span: Span, to: string = one.unit): Promise<void> {
  if (to === one.unit && span.from === one.span.from && span.hours === one.span.hours) return Promise.resolve();
  return change({ do: "move", unit: one.unit, shift: one.shift, to, from: String(span.from), hours: String(span.hours) });
}

const take = (one: Held): Promise<void> => change({ do: "drop", unit: one.unit, shift: one.shift });

const change = (told: Record<string, string>): Promise<void> => afterOthers(() => go(here(), new URLSearchParams(told)));

let last = Promise.resolve();

/** One change after the other: each is a change of the plan that the one before it made. */
function afterOthers(work: () => Promise<void>): Promise<void> {
  return (last = last.then(work, work));
}

/** Where the plan that is shown now takes changes. */
const here = (): string => find<HTMLFormElement>("#by-hand")?.action ?? "";

async function submitHere(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  if (!form.closest("#board") || form.method !== "post") return;
  event.preventDefault();
  const told = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") told.append(name, value);
  const button = event.submitter as HTMLButtonElement | null;
  if (button?.name) told.set(button.name, button.value);
  const { action } = form;
  await afterOthers(() => go(action.endsWith("/change") ? here() : action, told));
}

/** Fetch a plan's page and put its board in the place of this one; the address goes with it. */
async function go(address: string, told?: URLSearchParams): Promise<void> {
  const asked: RequestInit = { credentials: "same-origin", cache: "no-store" };
  if (told) Object.assign(asked, { method: "POST", body: told, headers: { "X-CSRFToken": csrfToken() } });
  const response = await fetch(address, asked).catch(() => null);
  if (!response) return void location.assign(address.replace(/\/(change|run|stop)$/, ""));
  const board = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("#board");
  const old = find("#board");
  if (!board || !old) return void location.reload();
  const focus = memory(document.activeElement);
  const scroll = find(".board-scroll")?.scrollLeft ?? 0;
  const open = list<HTMLDetailsElement>("#board > * details[open]").map((one) => one.id || one.className);
  old.replaceWith(document.adoptNode(board));
  find(".board-scroll")?.scrollTo({ left: scroll });
  for (const one of list<HTMLDetailsElement>("#board details")) if (open.includes(one.id || one.className)) one.open = true;
  if (response.ok && !/\/(change|run|stop)$/.test(new URL(response.url).pathname)) history.pushState(null, "", response.url);
  const again = focus ? find<HTMLElement>(focus) : null;
  again?.focus({ preventScroll: true });
  find("#refused")?.scrollIntoView({ block: "nearest" });
}

/** How to find the same thing again after the board was exchanged. */
function memory(element: Element | null): string {
  const strip = element?.closest<SVGElement>("[data-strip]")?.dataset["strip"];
  if (strip) return `[data-strip="${strip}"] [data-shift="${(element as SVGElement).dataset["shift"]}"], [data-strip="${strip}"] .shift`;
  const name = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? `[name="${element.name}"]` : "";
  const form = element?.closest<HTMLElement>("form[id], section[id]")?.id;
  return element?.id ? `#${element.id}` : form ? `#${form} ${name || "button"}` : "";
}

/** The slider and its number are one. */
function slide(field: HTMLInputElement): void {
  if (field.dataset["slider"]) find<HTMLInputElement>(`#${field.dataset["slider"]}`)!.value = field.value;
  const slider = find<HTMLInputElement>(`[data-slider="${field.id}"]`);
  if (field.id && slider) slider.value = field.value;
}
