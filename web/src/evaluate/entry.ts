// The page keeps itself current: new cards are fetched and put in place, what is open stays open, nothing moves under the hand.
import "./evaluate.css";

const EVERY_MS = 5000;
const holder = document.querySelector<HTMLElement>("[data-cards]");
let last = holder?.innerHTML.trim() ?? "";

async function refresh(): Promise<void> {
  if (!holder || document.hidden) return;
  const response = await fetch(holder.dataset["cards"] ?? "", { credentials: "same-origin" });
  if (!response.ok || response.redirected) return;
  const fresh = (await response.text()).trim();
  if (fresh === last) return;
  const open = new Set([...holder.querySelectorAll("details[open]")].map((details) => details.closest("li")?.id));
  const focused = document.activeElement?.closest("li")?.id;
  const tag = document.activeElement?.tagName;
  holder.innerHTML = last = fresh;
  for (const id of open) if (id) document.querySelector(`#${id} details`)?.setAttribute("open", "");
  if (focused) document.querySelector<HTMLElement>(`#${focused} ${tag === "SUMMARY" ? "summary" : "a"}`)?.focus({ preventScroll: true });
  const said = document.querySelector("[data-said]");
  if (said) said.textContent = holder.dataset["updated"] ?? "";
}

if (holder) setInterval(() => void refresh().catch(() => undefined), EVERY_MS);
