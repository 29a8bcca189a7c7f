// The command line at the foot of the console: completion with Tab, history with the arrows, Esc back to where one was.
import { find, get, h } from "../site/dom";
import { t } from "../site/texts";
import { toast } from "../site/toast";
import { COMMANDS } from "./commands";
import { complete, findCommand, readParts, type Candidate } from "./grammar";
import { openHelp } from "./help";

const MEMORY = "alongside-commands";
const input = (): HTMLInputElement => get<HTMLInputElement>("command");
let offered: Candidate[] = [];
let active = -1;
let past: string[] = JSON.parse(sessionStorage.getItem(MEMORY) ?? "[]") as string[];
let behind = 0;
let cameFrom: HTMLElement | null = null;

export function startCommandLine(): void {
  const line = input();
  get("command-form").addEventListener("submit", (event) => { event.preventDefault(); void run(line.value); });
  line.addEventListener("input", () => { behind = 0; offer(complete(COMMANDS, line.value)); });
  line.addEventListener("blur", () => window.setTimeout(() => offer([]), 150));
  line.addEventListener("keydown", press);
}

/** `/`: go to the line, with something already typed where a key asks for it. */
export function focusCommand(text = ""): void {
  cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const line = input();
  line.focus();
  if (text) line.value = text;
  offer(text ? complete(COMMANDS, text) : []);
}

function press(event: KeyboardEvent): void {
  if (event.key === "Escape") { offer([]); input().value = ""; input().blur(); cameFrom?.focus(); }
  else if (event.key === "Tab" && offered.length && !event.shiftKey) { event.preventDefault(); take(offered[Math.max(0, active)]); }
  else if (event.key === "Enter" && active >= 0) { event.preventDefault(); take(offered[active]); }
  else if (event.key === "ArrowUp" || event.key === "ArrowDown") { event.preventDefault(); arrow(event.key === "ArrowUp" ? -1 : 1); }
}

function arrow(by: 1 | -1): void {
  if (offered.length && behind === 0) {
    active = Math.max(-1, Math.min(offered.length - 1, active + by));
    return draw();
  }
  behind = Math.max(0, Math.min(past.length, behind - by));
  input().value = behind ? (past[past.length - behind] ?? "") : "";
}

function take(candidate: Candidate | undefined): void {
  if (!candidate) return;
  const words = input().value.trimStart().split(/\s+/);
  words.splice(-1, 1, candidate.value);
  input().value = `${words.join(" ")} `;
  offer(complete(COMMANDS, input().value));
}

function offer(candidates: Candidate[]): void {
  offered = candidates;
  active = -1;
  draw();
}

function draw(): void {
  const box = get("command-offers");
  box.hidden = offered.length === 0;
  box.replaceChildren(...offered.map((one, at) => h("li", { id: `offer-${at}`, role: "option", "aria-selected": String(at === active), onclick: () => { take(one); input().focus(); } },
    h("span", { class: "offer-value" }, one.value), " ", h("span", { class: "soft" }, one.label === one.value ? "" : one.label))));
  input().setAttribute("aria-expanded", String(offered.length > 0));
  if (active >= 0) input().setAttribute("aria-activedescendant", `offer-${active}`);
  else input().removeAttribute("aria-activedescendant");
  find(`#offer-${active}`)?.scrollIntoView({ block: "nearest" });
}

/** Run a line; what was not understood stays in the line, with a sentence. */
async function run(line: string): Promise<void> {
  const words = line.trim().replace(/^\/+/, "").split(/\s+/).filter(Boolean); // “/” pressed while the line has the focus already
  const [name = "", ...rest] = words;
  if (!name) return;
  if (name === "?" || name === "help") { input().value = ""; return openHelp(); }
  const command = findCommand(COMMANDS, name);
  if (!command) return void toast(t("“{word}” is not a command. ? lists them.", { word: name }), "refused");
  try {
    const read = readParts(command, rest);
    past = [...past.filter((one) => one !== line), line].slice(-50);
    sessionStorage.setItem(MEMORY, JSON.stringify(past.filter((one) => !/^(note|n|tell|msg) /.test(one))));
    input().value = "";
    offer([]);
    await command.run(read);
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), "refused");
  }
}
