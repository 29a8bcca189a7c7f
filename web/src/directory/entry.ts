// The directory is plain pages and forms: nothing but their looks.
import "../care/care.css";
import "./directory.css";
