// Shifts by keyboard: arrows move and stretch what is only shown, Enter puts it there, Escape leaves it where it was.
import { find, list } from "../site/dom";
import { held, preview, type Held } from "./board";
import { STEP, moved, stretched, type Span } from "./hours";

type Put = (one: Held, span: Span, to?: string) => Promise<void>;

/** Listen on the whole page: the board's content is exchanged under it. */
export function listenForKeys(put: Put, take: (one: Held) => Promise<void>): void {
  let span: Span | null = null;
  let on: SVGRectElement | null = null;
  document.addEventListener("focusout", () => {
    const one = on && span ? held(on) : null;
    if (on && one) preview(on, one.span);
    on = span = null;
  });
  document.addEventListener("keydown", (event) => {
    const bar = (event.target as Element).closest?.<SVGRectElement>(".shift");
    const one = bar && held(bar);
    if (!bar) return;
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by && one && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      on = bar;
      span = event.shiftKey ? stretched(span ?? one.span, by) : moved(span ?? one.span, by);
      preview(bar, span);
    } else if (event.altKey && /^Arrow(Up|Down)$/.test(event.key) && one) {
      event.preventDefault();
      const to = beside(one.unit, event.key === "ArrowUp" ? -1 : 1);
      if (to) void put(one, span ?? one.span, to);
    } else if (/^Arrow(Up|Down)$/.test(event.key)) {
      event.preventDefault();
      const team = beside(bar.closest<SVGElement>("[data-strip]")!.dataset["strip"]!, event.key === "ArrowUp" ? -1 : 1);
      if (team) find<HTMLElement>(`[data-strip="${team}"] .shift`)?.focus();
    } else if (event.key === "[" || event.key === "]") {
      const all = list<HTMLElement>(".shift", bar.ownerSVGElement!);
      all[all.indexOf(bar as unknown as HTMLElement) + (event.key === "[" ? -1 : 1)]?.focus();
    } else if (event.key === "Enter" && one && span) {
      event.preventDefault();
      const target = span;
      on = span = null;
      void put(one, target);
    } else if (event.key === "Escape" && one) {
      preview(bar, one.span);
      on = span = null;
    } else if (event.key === "Delete" && one) {
      event.preventDefault();
      void take(one);
    }
  });
}

/** The team above or below. */
function beside(unit: string, by: number): string | undefined {
  const all = list<HTMLElement>("[data-strip]").map((one) => one.dataset["strip"]!);
  return all[all.indexOf(unit) + by];
}
