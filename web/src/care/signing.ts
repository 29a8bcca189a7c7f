// A signature at the door: what is drawn goes into the form's own field, so that it travels sealed like any other words.
import { find } from "../site/dom";
import { signOn } from "../site/pad";

type Pad = ReturnType<typeof signOn>;
const bound = new WeakMap<Element, Pad>();
const closest = <T extends Element>(target: EventTarget | null, selector: string): T | null =>
  target instanceof Element ? target.closest<T>(selector) : null;

/** Make every [data-signing] of the page work, those that come later included. */
export function listenForSignatures(): void {
  const bind = (event: Event): void => {
    const pad = closest<HTMLElement>(event.target, "[data-pad]");
    if (pad && !bound.has(pad)) bound.set(pad, signOn(pad)); // before the event reaches it
  };
  document.addEventListener("pointerdown", bind, true);
  document.addEventListener("pointerup", (event) => keep(closest(event.target, "[data-signing]")));
  document.addEventListener("click", (event) => closest(event.target, "[data-sign-clear]") && clear(closest(event.target, "[data-signing]")));
  document.addEventListener("reset", (event) => taken(event.target instanceof HTMLElement ? find("[data-signing]", event.target) : null));
}

function keep(part: HTMLElement | null): void {
  const pad = part && bound.get(find("[data-pad]", part)!);
  if (pad) find<HTMLTextAreaElement>("textarea", part)!.value = pad.path();
}

/** It was sent: a field with the focus in it would keep the page from showing what came of it. */
function taken(part: HTMLElement | null): void {
  clear(part);
  const opened = part?.closest("details");
  if (opened?.contains(document.activeElement)) find("summary", opened)?.focus();
}

function clear(part: HTMLElement | null): void {
  const pad = part && bound.get(find("[data-pad]", part)!);
  if (pad) pad.clear();
  keep(part);
}
