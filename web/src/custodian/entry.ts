// The custodian of records: forms that ask, and tables that stay true.
import "../care/care.css";
import "./custodian.css";
import { keepFresh } from "../care/fresh";
import { sayAndRefresh } from "../care/answers";
import { listenForAsks } from "../site/actions";
import { takePapers } from "../papers/scan";
import { viewPictures } from "../papers/viewer";

takePapers();
viewPictures();
listenForAsks(document.body, sayAndRefresh(keepFresh()));
