// Single keys. A page lists its keys once; `?` shows them; nothing fires while somebody types or holds a modifier.
import { isTyping } from "./dom";

export type Shortcut = { key: string; does: string; act: (event: KeyboardEvent) => void };

const known: Shortcut[] = [];

export const listShortcuts = (): readonly Shortcut[] => known;

/** Add keys to the page. `key` is KeyboardEvent.key. */
export function onKeys(shortcuts: Shortcut[]): void {
  if (!known.length) document.addEventListener("keydown", press);
  known.push(...shortcuts);
}

function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const wanted = known.find(({ key }) => key === event.key);
  if (!wanted) return;
  event.preventDefault();
  wanted.act(event);
}
