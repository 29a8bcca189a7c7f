// What every page has: tokens, components, the ticking clock, the theme switch.
import "../site/tokens.css";
import "../site/components.css";
import { clockTime, day, everySecond } from "../site/clock";
import { list } from "../site/dom";
import { refreshAges } from "../site/ages";
import { watchTheAudit } from "../site/audit-alarm";
import { warnBeforeTheEnd } from "../site/again";
import { watchForHands } from "../site/idle";
import { watchSignOut } from "../site/leaving";
import { countWaiting } from "../site/overseeing";
import { fitThePages } from "../site/fit-pages";

everySecond((at) => {
  for (const element of list("[data-clock]")) element.textContent = clockTime(at);
  for (const element of list("[data-day]")) element.textContent = day(at);
  refreshAges(document, at);
});

const dark = () => (document.documentElement.dataset["theme"] || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

for (const button of list<HTMLButtonElement>("[data-theme-switch]")) {
  button.setAttribute("aria-pressed", String(dark()));
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset["theme"] = theme;
    const ours = location.protocol === "https:" && document.body.hasAttribute("data-tls"); // as the server names its cookies
    document.cookie = `${ours ? "__Host-" : ""}theme=${theme}; path=/; max-age=31536000; samesite=lax${ours ? "; secure" : ""}`;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    document.dispatchEvent(new CustomEvent("theme", { detail: theme }));
  });
}

// A menu closes as menus do: by Esc, by a press elsewhere, or when another opens.
document.addEventListener("pointerdown", ({ target }) => closeMenus(target as Node));
document.addEventListener("keydown", (event) => {
  const open = document.querySelector<HTMLDetailsElement>("details.menu[open]");
  if (event.key !== "Escape" || !open) return;
  event.stopPropagation();
  open.open = false;
  open.querySelector("summary")?.focus();
}, true);

function closeMenus(but: Node): void {
  for (const menu of list<HTMLDetailsElement>("details.menu[open]")) if (!menu.contains(but)) menu.open = false;
}

watchSignOut(() => import("../field/leaving"));

const minutes = Number(document.body.dataset["idleMinutes"] ?? 0);
if (minutes) watchForHands(minutes);

fitThePages();
countWaiting(document.body.dataset["role"] ?? "");
watchTheAudit(document.body.dataset["role"] ?? "");
warnBeforeTheEnd(document.body.dataset);
