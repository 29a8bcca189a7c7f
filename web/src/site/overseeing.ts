// Who must look at records opened in an emergency is told on every page, within seconds: a number beside the page's name in the menu.
export const WAITING_CHANGED = "waiting-changed"; // for the page that lists them
const EVERY_MS = 4000;
const OVERSEE = ["privacy_officer", "supervisor"];

export function countWaiting(role: string): void {
  const link = OVERSEE.includes(role) ? document.querySelector('nav a[href="/emergency-access/"]') : null;
  if (!link) return;
  const badge = document.createElement("span");
  badge.className = "tag refused";
  badge.hidden = true;
  link.append(" ", badge);
  const count = async (): Promise<void> => {
    const answer = document.hidden ? null : await fetch("/emergency-access/waiting.json", { credentials: "same-origin", cache: "no-store" }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const { count: waiting } = (await answer.json()) as { count: number };
    const isNew = badge.textContent !== "" && badge.textContent !== String(waiting);
    badge.textContent = String(waiting);
    badge.hidden = waiting === 0;
    if (isNew) document.dispatchEvent(new Event(WAITING_CHANGED));
  };
  void count();
  window.setInterval(() => void count(), EVERY_MS);
}
