// On a phone, what is not due yet is folded, and of what is due only the next answer stands open: it is on the first screen.
// Where the page is wide nothing is folded, and the summaries are not shown.
import { list } from "../site/dom";

const narrow = window.matchMedia("(max-width: 640px)");
const met = new Set<string>();
const folds = (kind = ""): HTMLDetailsElement[] => list<HTMLDetailsElement>(kind ? `details[data-fold="${kind}"]` : "details[data-fold]");

/** Fold what was not met before; one answer of what is due stays open, or opens. */
export function fold(): void {
  if (!narrow.matches) return;
  for (const part of [...folds("list"), ...folds("act")]) {
    if (!met.has(part.id)) part.open = false;
    met.add(part.id);
  }
  const acts = folds("act").filter((act) => !act.closest('details[data-fold="list"]'));
  if (acts[0] && !acts.some((act) => act.open)) acts[0].open = true;
}

/** Begin: now, whenever the window's width changes, and where an address names a folded list. */
export function foldOnPhones(): void {
  fold();
  narrow.addEventListener("change", () => {
    met.clear();
    if (narrow.matches) fold();
    else folds().forEach((part) => (part.open = true));
  });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.sums a[href^="#"]') : null;
    if (link) list<HTMLDetailsElement>(`${link.getAttribute("href")} > details[data-fold]`).forEach((part) => (part.open = true));
  });
}
