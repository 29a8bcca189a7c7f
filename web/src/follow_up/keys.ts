// The list by keyboard: j and k go from line to line, the rest acts on the line that has the focus. Nothing fires while somebody types.
import { find, list } from "../site/dom";
import { onKeys } from "../site/shortcuts";
import { t } from "../site/texts";

const lines = (): HTMLElement[] => list(".follow-line");
const here = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(".follow-line") ?? null;

function go(by: number): void {
  const all = lines();
  const line = all[Math.min(Math.max(0, all.indexOf(here() as HTMLElement) + by), all.length - 1)];
  line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: "nearest" });
}

/** Press what the line that has the focus offers. */
function press(selector: string): void {
  const line = here();
  const wanted = line ? list<HTMLElement>(selector, line).find((one) => one.offsetParent) : undefined;
  wanted?.click();
}

function note(): void {
  const line = here();
  const details = line && find<HTMLDetailsElement>("details[id^=more-]", line);
  if (!details) return;
  details.open = true;
  find<HTMLInputElement>("[data-note]", details)?.focus();
}

const OUTCOMES = ["1", "2", "3", "4", "5", "6", "7"];

/** Begin to listen. */
export function listenForKeys(): void {
  onKeys([
    { key: "j", does: t("next line"), act: () => go(1) },
    { key: "k", does: t("line before"), act: () => go(-1) },
    { key: "t", does: t("take on"), act: () => press("[data-ask=TakeFollowUp]") },
    { key: "n", does: t("note"), act: note },
    { key: "/", does: t("narrow the list"), act: () => find<HTMLSelectElement>("#narrow select")?.focus() },
    ...OUTCOMES.map((key) => ({ key, does: t("what came of it"), act: () => press(`[data-outcome][data-key="${key}"]`) })),
  ]);
}
