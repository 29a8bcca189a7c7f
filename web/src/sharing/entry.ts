// Who sees what: a form and tables; only the looks are ours.
import "./sharing.css";
