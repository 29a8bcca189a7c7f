// One person's whole way: kept true, printed as it stands.
import "../care/care.css";
import "./way.css";
import { keepFresh } from "../care/fresh";

keepFresh();

document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("[data-print]")) window.print();
});
