// The server signs a session out after half an hour without anybody at it. Pages tell it when somebody is, and leave the screen when nobody was.
import { post } from "./ask";

const TELL_EVERY_MS = 30_000;
const KEY = "alongside-last-used"; // shared by all tabs of this browser

let told = 0;

/** Watch for hands on this page, where the page says after how many minutes it locks. */
export function watchForHands(minutes: number): void {
  const used = () => {
    const now = Date.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    localStorage.setItem(KEY, String(now));
    void post("/here", {}).catch(() => undefined);
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) document.addEventListener(kind, used, { passive: true, capture: true });
  localStorage.setItem(KEY, String(Date.now()));
  setInterval(() => {
    if (Date.now() - Number(localStorage.getItem(KEY)) > minutes * 60_000) leave();
  }, Math.min(5000, minutes * 20_000));
}

/** What was on the screen is no longer: the door, and from there back to this page. */
function leave(): void {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}
