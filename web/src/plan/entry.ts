// The planning pages come whole from the server and work without a script; the board also takes a mouse and keys, and follows a run.
import "./plan.css";
import "./board.css";
import { find } from "../site/dom";
import { beginBoard } from "./board";
import { followRun } from "./following";

if (find("#board")) beginBoard();
else if (find("[data-fresh-result]")) followRun();
