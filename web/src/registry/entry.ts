// The registry and the search: forms that ask; after an answer the page's living part is read again.
import "../care/care.css";
import "./registry.css";
import { sayAndRefresh } from "../care/answers";
import { keepFresh } from "../care/fresh";
import { listenForAsks } from "../site/actions";
import { find } from "../site/dom";
import type { Granted } from "../site/ask";

const say = find("[data-fresh]") ? sayAndRefresh(keepFresh()) : undefined;

/** Where a form leads once it was answered: back to the list it came from. */
listenForAsks(document.body, (answer: Granted, _kind, _body, from) => {
  const back = from.dataset["back"];
  if (back) return location.assign(back);
  say?.(answer);
});
