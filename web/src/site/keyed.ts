// Keeps a list of elements in step with rows: an element stays the same element, so focus and scroll stay where they are.

type Keyed = { key: string; signature: string; make: () => HTMLElement };

/** Bring `container` to exactly these elements in this order; those whose signature is unchanged are not touched. */
export function keep(container: HTMLElement, wanted: Keyed[]): void {
  const there = new Map([...container.children].map((element) => [(element as HTMLElement).dataset["key"] ?? "", element as HTMLElement]));
  const keys = new Set(wanted.map(({ key }) => key));
  for (const [key, element] of there) if (!keys.has(key)) element.remove();
  let after: Element | null = null;
  for (const { key, signature, make } of wanted) {
    const element = refresh(there.get(key), key, signature, make);
    const next: Element | null = after ? after.nextElementSibling : container.firstElementChild;
    if (element !== next) container.insertBefore(element, next);
    after = element;
  }
}

/** The element itself where nothing changed; else the new one's attributes and children moved into it. */
function refresh(old: HTMLElement | undefined, key: string, signature: string, make: () => HTMLElement): HTMLElement {
  if (old && old.dataset["signature"] === signature) return old;
  const made = make();
  made.dataset["key"] = key;
  made.dataset["signature"] = signature;
  if (!old) return made;
  const focused = old.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["focus"] : undefined;
  for (const { name, value } of [...made.attributes]) old.setAttribute(name, value);
  old.replaceChildren(...made.childNodes);
  if (focused) old.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus({ preventScroll: true });
  return old;
}
