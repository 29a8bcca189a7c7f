// A legal hold: every button asks at once; the page follows the board.
import "../care/care.css";
import "../care/packet.css";
import "./holds.css";
import { sayAndRefresh } from "../care/answers";
import { keepFresh } from "../care/fresh";
import { listenForAsks } from "../site/actions";
import { list } from "../site/dom";

const fresh = keepFresh();
listenForAsks(document.body, sayAndRefresh(fresh));
for (const button of list("[data-print]")) button.addEventListener("click", () => window.print());
