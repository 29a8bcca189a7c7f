// The dispatch console.
import "./console.css";
import "./panel.css";
import { startAlarms } from "./alarms";
import { startCommandLine } from "./command-line";
import { startHeader } from "./header";
import { startKeys } from "./keys";
import { startPanel } from "./panel";
import { startQueue } from "./queue";
import { startUnits } from "./units";
import { get } from "../site/dom";
import { openHelp } from "./help";
import { store } from "./state";

startHeader();
startAlarms();
startQueue();
startUnits();
startPanel();
startCommandLine();
startKeys();
get("help-button").addEventListener("click", openHelp);
void store.load();
// The map is large: it comes after the board stands, and the console works without it.
void import("../map/board-map").then(({ startMap }) => startMap());
