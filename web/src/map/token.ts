// Colours of the page, for what is drawn on a canvas.

/** A colour of the page's tokens as it is now, light or dark. */
export function token(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
