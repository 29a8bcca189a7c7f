// That the audit fails stands on every page of who must know it, also on one that stays open. Put aside, it stays as a small mark until it changes.
import { find } from "./dom";

const EVERY_MS = 30_000;
const TOLD = ["privacy_officer", "administrator", "supervisor"];
const KEPT = "audit-alarm-aside";

export function watchTheAudit(role: string): void {
  const place = document.getElementById("audit-alarm");
  if (!place || !TOLD.includes(role)) return;
  arrange(place);
  const look = async (): Promise<void> => {
    const answer = document.hidden ? null : await fetch("/audit/alarm", { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>(".audit-alarm");
    if ((told?.dataset["key"] ?? "") === (find(".audit-alarm", place)?.dataset["key"] ?? "")) return;
    place.replaceChildren(...(told ? [document.adoptNode(told)] : []));
    arrange(place);
  };
  window.setInterval(() => void look(), EVERY_MS);
  document.addEventListener("visibilitychange", () => void look());
}

/** Folded where this very trouble was put aside in this window. */
function arrange(place: HTMLElement): void {
  const bar = find(".audit-alarm", place);
  const aside = find<HTMLButtonElement>("[data-aside]", place);
  if (!bar || !aside) return;
  const key = bar.dataset["key"] ?? "";
  const fold = (folded: boolean): void => {
    bar.classList.toggle("folded", folded);
    sessionStorage.setItem(KEPT, folded ? key : "");
  };
  aside.hidden = false;
  aside.addEventListener("click", () => fold(true));
  find("[data-again]", bar)?.addEventListener("click", () => fold(false));
  fold(sessionStorage.getItem(KEPT) === key);
}
