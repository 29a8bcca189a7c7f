// Pressed and kept pressed for a second, by finger, mouse or key: nothing is asked by a touch in the pocket.
const PRESS_MS = 1000;

export type Press = { mayBegin: () => boolean; begun: () => void; kept: () => void; left: () => void };

/** `begun` when pressed, then `kept` after a second, or `left` where the press ended before. */
export function pressAndKeep(button: HTMLElement, { mayBegin, begun, kept, left }: Press): void {
  let waiting = 0;
  const begin = (): void => {
    if (waiting || !mayBegin()) return;
    begun();
    waiting = window.setTimeout(() => { waiting = 0; navigator.vibrate?.(80); kept(); }, PRESS_MS);
  };
  const leave = (): void => {
    if (!waiting) return;
    window.clearTimeout(waiting);
    waiting = 0;
    left();
  };
  button.addEventListener("pointerdown", (event) => { button.setPointerCapture(event.pointerId); begin(); });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture", "blur", "keyup"]) button.addEventListener(end, leave);
  button.addEventListener("keydown", (event) => { if (/^(Enter| )$/.test(event.key)) { event.preventDefault(); begin(); } });
  button.addEventListener("contextmenu", (event) => event.preventDefault());
}
