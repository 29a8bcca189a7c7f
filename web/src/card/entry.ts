// The crisis card and the plans: forms that ask, and one of the three printed for the person alone.
import "../care/care.css";
import "./card.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";
import { find } from "../site/dom";

listenForAsks(document.body, sayAndRefresh(keepFresh()));

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-print]") : null;
  const section = button && find(`#${button.dataset["print"]}`);
  if (!section) return;
  section.classList.add("print-this");
  window.addEventListener("afterprint", () => section.classList.remove("print-this"), { once: true });
  window.print();
});
