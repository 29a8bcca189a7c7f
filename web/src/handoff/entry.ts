// A place's page: every button asks at once; the page follows the board.
import "../care/care.css";
import "../care/packet.css";
import "./handoff.css";
import { listenForAsks } from "../site/actions";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForSignatures } from "../care/signing";
import { list } from "../site/dom";

const fresh = keepFresh();
listenForAsks(document.body, sayAndRefresh(fresh));
listenForSignatures();

for (const button of list("[data-print]")) button.addEventListener("click", () => window.print());
