// A signature as lines: whole numbers in a box of 600 by 200, so that it is small, sharp on paper, and words for the vault like any others.
const WIDTH = 600;
const HEIGHT = 200;

export function signOn(pad: HTMLElement): { path: () => string; clear: () => void } {
  const line = pad.querySelector("path")!;
  let drawn = "";
  const show = (): void => line.setAttribute("d", drawn);
  const point = (event: PointerEvent): string => {
    const box = pad.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * WIDTH);
    const y = Math.round(((event.clientY - box.top) / box.height) * HEIGHT);
    return `${Math.min(WIDTH, Math.max(0, x))} ${Math.min(HEIGHT, Math.max(0, y))}`;
  };
  pad.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    drawn += `${drawn ? " " : ""}M${point(event)}`;
    show();
  });
  pad.addEventListener("pointermove", (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    drawn += ` L${point(event)}`;
    show();
  });
  return { path: () => (drawn.includes("L") ? drawn : ""), clear: () => ((drawn = ""), show()) };
}
