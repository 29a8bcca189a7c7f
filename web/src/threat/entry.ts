// Threat management: forms that ask; a file that was just opened is shown.
import "../care/care.css";
import "./threat.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";

const say = sayAndRefresh(keepFresh());

listenForAsks(document.body, (answer, kind) => {
  const opened = kind === "OpenThreat" ? answer.ids["threat"] : "";
  if (opened) return location.assign(`/threats/${opened}`);
  say(answer);
});
