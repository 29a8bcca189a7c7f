// The queue. While the pointer or the focus is in it, rows stay where they are: new ones wait at the edge, gone ones are greyed in place.
import { find, get, h, list } from "../site/dom";
import { refreshAges } from "../site/ages";
import { keep } from "../site/keyed";
import { levelMark } from "../site/codes";
import { t } from "../site/texts";
import type { IncidentRow } from "../site/rows";
import { GROUPS, grouped, type Group } from "./groups";
import { queueRow, signatureOf } from "./queue-row";
import { onSelect, placeWords, select, store } from "./state";

const shown = new Map<Group, string[]>();
const TITLES: Record<Group, string> = {
  waiting: t("Waiting"), on_the_way: t("On the way"), on_scene: t("On scene"), transport: t("Transport"), to_finish: t("To finish"), scheduled: t("Scheduled"),
};

export function startQueue(): void {
  const queue = get("queue");
  for (const event of ["mouseleave", "focusout"]) queue.addEventListener(event, () => window.setTimeout(() => draw(), 60));
  get("queue-news").addEventListener("click", () => draw(true));
  queue.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-incident]") : null;
    if (!link || (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
    event.preventDefault();
    select(link.dataset["incident"] ?? "");
  });
  onSelect(() => draw());
  store.watch(({ positions }) => { if (!positions) draw(); });
  draw();
}

/** The pointer is over the list, or the keyboard walks in it. A row merely clicked once holds nothing. */
const isHeld = (): boolean => !!find("#queue-list:hover") || !!find("#queue-list :focus-visible");

/** Bring in what waited at the edge. */
export const catchUp = (): void => draw(true);

function draw(anyway = false): void {
  const now = grouped(store.incidents.values(), store.units.values(), Number(find(".console")?.dataset["unassessed"] ?? 3));
  const held = isHeld() && !anyway && shown.size > 0;
  let news = 0;
  for (const group of GROUPS) {
    const fresh = now.get(group) ?? [];
    const kept = held ? (shown.get(group) ?? []) : fresh.map(({ id }) => id);
    news += fresh.filter(({ id }) => !kept.includes(id)).length;
    if (!held) announce(group, fresh);
    drawGroup(group, kept, new Set(fresh.map(({ id }) => id)), fresh.length);
    shown.set(group, kept);
  }
  drawNews(news);
  get("queue-state").hidden = store.loaded && [...now.values()].some((rows) => rows.length > 0);
  get("queue-state").textContent = stateSentence();
}

function drawNews(news: number): void {
  const button = get("queue-news");
  button.hidden = news === 0;
  button.textContent = t("{count} new or moved ↑", { count: news });
}

function stateSentence(): string {
  if (store.failure) return t("The board could not be read. Trying again …");
  return store.loaded ? t("Nobody is waiting. A new call appears here by itself.") : t("Reading the board …");
}

function drawGroup(group: Group, ids: string[], fresh: Set<string>, count: number): void {
  const section = find(`#group-${group}`) ?? addGroup(group);
  section.hidden = ids.length === 0 && group !== "waiting";
  section.querySelector("h2")!.textContent = `${TITLES[group]} (${count})`;
  const rows = ids.map((id) => store.incidents.get(id)).filter((row): row is IncidentRow => !!row);
  const wanted = rows.map((row) => ({ key: row.id, signature: signatureOf(row, group, !fresh.has(row.id)), make: () => queueRow(row, group, !fresh.has(row.id)) }));
  keep(section.querySelector("ol")!, wanted);
  refreshAges(section);
}

function addGroup(group: Group): HTMLElement {
  const made = h("section", { id: `group-${group}`, class: "group", "aria-labelledby": `title-${group}` }, h("h2", { id: `title-${group}` }), h("ol", {}));
  get("queue-list").append(made);
  return made;
}

/** Said once to screen readers, when a need starts to wait. */
function announce(group: Group, rows: IncidentRow[]): void {
  const before = shown.get(group);
  if (group !== "waiting" || !before) return;
  const arrived = rows.filter(({ id }) => !before.includes(id));
  if (!arrived.length) return;
  get("announce").textContent = arrived.map((row) => t("New: {level} {number}, {place}", { level: levelMark(row.level), number: row.number, place: placeWords(row) })).join(". ");
}

/** j and k: the next and previous row; the row takes focus and stays in view. */
export function step(by: 1 | -1): void {
  const rows = list<HTMLAnchorElement>("#queue-list a[data-incident]");
  const at = rows.findIndex((row) => row === document.activeElement || (!rows.includes(document.activeElement as HTMLAnchorElement) && row.getAttribute("aria-current") === "true"));
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))]?.focus();
}
