// Records that may be about one person: what is asked, and a page that follows a comparison while it runs.
import "../care/care.css";
import "./linkage.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";
import { find } from "../site/dom";

const WHILE_RUNNING_MS = 1_000; // the feed tells nobody of records, so who follows a comparison asks

if (find("[data-fresh]")) {
  const fresh = keepFresh();
  listenForAsks(document.body, sayAndRefresh(fresh));
  window.setInterval(() => void (find("[data-running]") && !document.hidden && fresh.refresh()), WHILE_RUNNING_MS);
}
