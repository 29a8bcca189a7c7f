// The planning pages need no script: forms, tables and drawings come whole from the server.
import "./plan.css";
