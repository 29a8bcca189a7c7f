// A place's page: every button asks at once; the page follows the board.
import "../site/care.css";
import "./handoff.css";
import { listenForAsks } from "../site/actions";
import { keepFresh } from "../site/fresh";
import { sayAndRefresh } from "../site/answers";

const fresh = keepFresh();
listenForAsks(document.body, sayAndRefresh(fresh));
