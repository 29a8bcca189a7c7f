// Single keys of the console; `?` lists them from here.
import { find, get, list } from "../site/dom";
import { onKeys, type Shortcut } from "../site/shortcuts";
import { t } from "../site/texts";
import { focusCommand } from "./command-line";
import { openHelp } from "./help";
import { chooseOption } from "./panel";
import { catchUp, step } from "./queue";
import { answerWhy } from "./sending";
import { select, selectedId, selectedRow } from "./state";

const digits: Shortcut[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => ({
  key: String(digit), shown: "1–9", does: digit === 1 ? t("1 to 9: send that option, or answer the open question") : "", act: () => choose(digit),
}));


const BOUNCE_MS = 200;
let pressed = { digit: 0, at: -Infinity };

/** A digit pressed twice in one movement of the finger is one: the second would send one more unit, or give a reason nobody has. */
function choose(digit: number): void {
  const bounced = pressed.digit === digit && performance.now() - pressed.at < BOUNCE_MS;
  pressed = { digit, at: performance.now() };
  if (!bounced && !answerWhy(digit)) chooseOption(digit);
}

/** Open the focused row first: keys act on what one looks at. */
function openFocused(): void {
  const id = (document.activeElement as HTMLElement | null)?.dataset["incident"];
  if (id) select(id);
}

function startAssigning(): void {
  openFocused();
  const row = selectedRow();
  if (row) focusCommand("assign ");
}

function back(): void {
  const row = find<HTMLElement>(`#queue-list [data-incident="${selectedId()}"]`);
  if (document.activeElement instanceof HTMLElement && get("panel").contains(document.activeElement) && row) row.focus();
  else select("");
}

export function startKeys(): void {
  onKeys([
    { key: "/", does: t("command line"), act: () => focusCommand() },
    { key: "?", does: t("keys and commands"), act: openHelp },
    { key: "j", walks: true, does: t("next row"), act: () => step(1) },
    { key: "k", walks: true, does: t("previous row"), act: () => step(-1) },
    { key: "r", does: t("bring in new rows that wait at the edge of the list"), act: catchUp },
    { key: "a", does: t("assign: type a call sign for the open incident"), act: startAssigning },
    { key: "p", does: t("go to the open incident's panel"), act: () => list("#panel h2, #panel button")[0]?.focus() },
    { key: "n", does: t("take a new call"), act: () => window.location.assign("/intake/new") },
    { key: "m", does: t("map: show everything, or follow the open incident"), act: () => document.dispatchEvent(new CustomEvent("map-fit")) },
    { key: "Escape", does: t("back to the list, then close the incident"), act: back },
    ...digits,
  ]);
}
