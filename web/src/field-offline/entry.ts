// The crew's page without a signal: the last known status and what may follow, as codes. What is tapped waits in the outbox.
import "../care/care.css";
import "../field/field.css";
import { find, get, h, readData } from "../site/dom";
import { keepUnsent, listKeptBy } from "../field/outbox";
import { recall, type Known } from "../field/known";
import { nextSteps } from "../field/next";
import { pressAndKeep } from "../field/press";

type Words = Record<string, string>;
const LOOK_MS = 5000;
let known: Known | null = null;
const words = readData<Record<string, Words>>("words", {});
const say = (key: string): string => words[known?.language ?? "en"]?.[key] ?? words["en"]?.[key] ?? key;

/** Where the assignment stands by what was tapped here since. */
async function standing(of: Known): Promise<{ status: string; steps: string[]; unsent: number }> {
  const waiting = await listKeptBy(of.staff);
  const tapped = waiting.filter(({ kind, body }) => kind === "ReportStatus" && body["assignment"] === of.assignment).at(-1);
  const status = tapped ? String(tapped.body["status"]) : of.status;
  return { status, steps: tapped ? nextSteps(status) : of.steps, unsent: waiting.length };
}

async function draw(): Promise<void> {
  const now = (known = await recall());
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]")) element.textContent = say(element.dataset["say"] ?? "");
  document.documentElement.lang = known?.language ?? "en";
  if (!now) return;
  const { status, steps, unsent } = await standing(now);
  get("unit").textContent = now.unit;
  get("status").textContent = status ? say(`status.${status}`) : "";
  get("steps").replaceChildren(...steps.map((step, place) => h("button", { type: "button", class: place ? "" : "main", onclick: () => void tap(now, step) }, say(`step.${step}`))));
  get("unsent").hidden = unsent === 0;
  get("unsent").textContent = say("unsent").replace("{count}", String(unsent));
}

async function tap(of: Known, status: string): Promise<void> {
  await keepUnsent(of.staff, "ReportStatus", { assignment: of.assignment, status });
  await draw();
}

/** Back to the living page as soon as the server answers. */
async function look(): Promise<void> {
  const answered = await fetch("/health", { headers: { Accept: "application/json" }, cache: "no-store" }).catch(() => null);
  if (answered) location.reload();
}

function listenForHelp(button: HTMLElement): void {
  const show = (state: "ready" | "pressing"): void => {
    button.dataset["state"] = state;
    find(".help-word", button)!.textContent = say(state === "pressing" ? "pressing" : "help");
  };
  const answer = (): void => { show("ready"); get("help-answer").hidden = false; };
  pressAndKeep(button, { mayBegin: () => true, begun: () => show("pressing"), kept: answer, left: () => show("ready") });
}

listenForHelp(get("help"));
window.addEventListener("online", () => void look());
window.setInterval(() => void look(), LOOK_MS);
void draw();
