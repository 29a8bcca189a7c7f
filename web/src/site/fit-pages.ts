// Pages that do not fit into the bar go below “More”: nobody has to find out that a bar can be pushed sideways.
import { find, list } from "./dom";

/** Now, and whenever the window changes its width. */
export function fitThePages(): void {
  const [bar, more] = [find(".bar:not(.console-bar) > nav"), find<HTMLDetailsElement>(".bar > .more")];
  const rest = more && find("nav", more);
  if (!bar || !more || !rest) return;
  const all = [...bar.children];
  let width = 0;
  const fit = () => {
    if (width === innerWidth) return;
    width = innerWidth;
    bar.append(...all);
    more.hidden = bar.scrollWidth <= bar.clientWidth;
    if (more.hidden) return;
    for (const link of list("a:not([aria-current])", bar).reverse()) {
      if (bar.scrollWidth <= bar.clientWidth) return;
      rest.prepend(link);
    }
  };
  fit();
  window.addEventListener("resize", fit);
  void document.fonts?.ready.then(() => { width = 0; fit(); });
}
