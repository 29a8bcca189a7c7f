// Ages and limits on the page: <time data-since> counts up, [data-due] counts down, [data-bar] fills and turns amber at 80 %, red past it.
import { age, clockTime, day, minuteTime, now } from "./clock";
import { list } from "./dom";

/** How full a bar is: share of the limit that has passed, and whether it is fine, near or late. */
export function fill(since: number, limit: number, at: number): { share: number; state: "fine" | "near" | "late" } {
  const share = limit > since ? (at - since) / (limit - since) : 1;
  return { share: Math.max(0, Math.min(1, share)), state: share >= 1 ? "late" : share >= 0.8 ? "near" : "fine" };
}

/** Bring every age and bar within an element up to date. */
export function refreshAges(within: ParentNode = document, at = now()): void {
  for (const element of list("[data-since]", within)) element.textContent = age(at - Number(element.dataset["since"]));
  for (const element of list("[data-at]:empty", within)) element.textContent = clockTime(Number(element.dataset["at"]));
  for (const element of list("[data-moment]:empty", within)) element.textContent = `${day(Number(element.dataset["moment"]))} ${minuteTime(Number(element.dataset["moment"]))}`;
  for (const element of list("[data-due]", within)) {
    const left = Number(element.dataset["due"]) - at;
    element.textContent = `${left < 0 ? "+" : "−"}${age(Math.abs(left))}`;
    element.classList.toggle("late", left < 0);
  }
  for (const element of list("[data-bar]", within)) {
    const { share, state } = fill(Number(element.dataset["bar"]), Number(element.dataset["limit"]), at);
    element.style.setProperty("--share", share.toFixed(3));
    if (element.dataset["state"] !== state) element.dataset["state"] = state;
  }
  for (const element of list("[data-stale-at]", within)) {
    element.classList.toggle("stale", at > Number(element.dataset["staleAt"]));
  }
}
