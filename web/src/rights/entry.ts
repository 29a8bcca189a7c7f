// A person's rights over their record: forms that ask, and an accounting that stays true.
import "../care/care.css";
import "./rights.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";
import { takePapers } from "../papers/scan";
import { viewPictures } from "../papers/viewer";

if (document.querySelector("[data-fresh]")) {
  listenForAsks(document.body, sayAndRefresh(keepFresh()));
  takePapers();
  viewPictures();
}
