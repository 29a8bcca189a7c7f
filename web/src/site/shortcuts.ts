// Single keys. A page lists its keys once; `?` shows them; nothing fires while somebody types or holds a modifier.
import { isTyping } from "./dom";

/** `walks`: a key kept pressed goes on; every other acts once, for a key that repeats by itself asks for nothing. */
export type Shortcut = { key: string; does: string; walks?: boolean; shown?: string; act: (event: KeyboardEvent) => void };

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
  if (!event.repeat || wanted.walks) wanted.act(event);
}
