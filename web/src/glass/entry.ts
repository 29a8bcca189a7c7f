// Emergency access: what was opened goes from the screen in the second its hour ends, with or without the server.
import "../care/care.css";
import "./glass.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";
import { age, everySecond } from "../site/clock";
import { find, list } from "../site/dom";
import { WAITING_CHANGED } from "../site/overseeing";

const fresh = keepFresh();
listenForAsks(document.body, sayAndRefresh(fresh));
document.addEventListener(WAITING_CHANGED, () => void fresh.refresh());
everySecond((at) => {
  for (const element of list("[data-left]")) element.textContent = age(Math.max(0, Number(element.dataset["left"]) - at));
  const ends = Number(find("[data-ends]")?.dataset["ends"] ?? 0);
  if (!ends || at < ends) return;
  find("#record")?.remove();
  find("#opened")?.remove();
  void fresh.refresh();
});
