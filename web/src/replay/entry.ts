// The bar of a replayed day: it says how the day goes, and steers it. The server's clock is the day's clock; everybody sees the same.
import "./replay.css";
import { post } from "../site/ask";
import { hear, minuteTime } from "../site/clock";
import { find, h, list } from "../site/dom";
import { onKeys } from "../site/shortcuts";

type State = { now: number; speed: number; chosen: number | null; paused: boolean; jumping: boolean; over: boolean; failed: boolean; report: boolean };
const HOUR_MS = 3_600_000;
const LOOK_EVERY_MS = 1000;

const jump = find<HTMLSelectElement>("#replay-jump");
const buttons = list<HTMLButtonElement>("#replay-bar [data-deed]");

function show(state: State): void {
  hear(state.now, state.speed);
  const standing = state.paused || state.over;
  for (const button of buttons) {
    if (button.dataset["deed"] === "pause") button.hidden = standing;
    if (button.dataset["deed"] === "go") button.hidden = !standing;
  }
  const speed = find("#replay-speed");
  if (speed) speed.textContent = state.chosen === null ? (speed.dataset["fastest"] ?? "") : `${state.chosen} ×`;
  for (const [id, is] of [["over", state.over && !state.failed], ["failed", state.failed], ["report", state.report]] as const) {
    const element = find(`#replay-${id}`);
    if (element) element.hidden = !is;
  }
  const keys = find(".replay-keys");
  if (keys) keys.hidden = state.over;
  if (jump) {
    jump.disabled = state.jumping;
    for (const option of jump.options) option.disabled = option.value !== "" && Number(option.value) <= state.now;
  }
}

async function look(): Promise<void> {
  const response = await fetch("/replay/state.json", { credentials: "same-origin" }).catch(() => null);
  if (response?.ok) show((await response.json()) as State);
}

async function steer(deed: string, to?: number): Promise<void> {
  const response = await post("/replay/steer", { deed, to }).catch(() => null);
  if (response?.ok) show((await response.json()) as State);
}

/** The button of a key that can be pressed now. */
const press = (key: string): void => buttons.find((button) => button.dataset["key"] === key && button.checkVisibility())?.click();

function start(bar: HTMLElement, select: HTMLSelectElement): void {
  const [first, last] = [Number(bar.dataset["first"]), Number(bar.dataset["last"])];
  for (let at = first; at <= last; at += HOUR_MS) select.append(h("option", { value: String(at) }, at === last ? "24:00" : minuteTime(at)));
  select.addEventListener("change", () => { if (select.value) void steer("jump", Number(select.value)); select.value = ""; });
  for (const button of buttons) button.addEventListener("click", () => void steer(button.dataset["deed"] ?? ""));
  const titles = new Map(buttons.map((button) => [button.dataset["key"] ?? "", button.title.replace(/ \( . \)$/, "")]));
  onKeys([...titles].map(([key, does]) => ({ key, does, act: () => press(key) })));
  onKeys([{ key: "h", does: select.parentElement?.title.replace(/ \( . \)$/, "") ?? "", act: () => select.focus() }]);
  window.setInterval(() => void look(), LOOK_EVERY_MS);
  void look();
}

const bar = find("#replay-bar");
if (bar && jump) start(bar, jump);
