// While a plan is being tried, what is known of it is asked for again and put in place; the interval narrows under the same heading.
import { find, list } from "../site/dom";

const EVERY_MS = 700;

/** For as long as the page is open. */
export function followRun(): void {
  window.setInterval(() => void refresh(), EVERY_MS);
}

async function refresh(): Promise<void> {
  const result = find("[data-fresh-result]");
  if (!result || document.hidden || !find("[data-running]", result)) return;
  const address = result.dataset["freshResult"]!;
  const response = await fetch(address, { credentials: "same-origin", cache: "no-store" }).catch(() => null);
  if (!response?.ok || response.redirected || find("[data-fresh-result]") !== result) return;
  const text = await response.text();
  const focus = result.contains(document.activeElement) ? list("button, a, summary", result).indexOf(document.activeElement as HTMLElement) : -1;
  result.innerHTML = text;
  if (focus >= 0) (list("button, a, summary", result)[focus] ?? find("#answer h2", result))?.focus({ preventScroll: true });
}
