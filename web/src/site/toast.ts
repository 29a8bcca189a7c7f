// What just happened, said once, politely; refusals stay longer and are said at once.
import { h, find } from "./dom";
import { t } from "./texts";

type Tone = "done" | "refused" | "note";
type Button = { label: string; key?: string; act: () => void };

function tray(): HTMLElement {
  const there = find("#toasts");
  if (there) return there;
  const made = h("div", { id: "toasts", role: "status", "aria-live": "polite" });
  document.body.append(made);
  return made;
}

/** Show a sentence with buttons for `seconds`; returns how to take it away. */
export function toast(sentence: string, tone: Tone = "done", buttons: Button[] = [], seconds = tone === "refused" ? 12 : 6): () => void {
  const element = h("div", { class: `toast ${tone}`, role: tone === "refused" ? "alert" : undefined }, h("p", {}, sentence));
  const close = () => element.remove();
  const row = h("div", { class: buttons.length > 3 ? "toast-buttons many" : "toast-buttons" });
  for (const { label, key, act } of buttons) {
    row.append(h("button", { type: "button", class: "quiet", onclick: () => { close(); act(); } }, key && h("kbd", {}, key), label));
  }
  row.append(h("button", { type: "button", class: "quiet close", "aria-label": t("Dismiss"), onclick: close }, "×"));
  element.append(row);
  tray().append(element);
  while (tray().childElementCount > 4) tray().firstElementChild?.remove();
  window.setTimeout(close, seconds * 1000);
  return close;
}
