// Intake: the first ring, in one screen.
import "../console/panel.css";
import "./intake.css";
import { get } from "../site/dom";
import { onKeys } from "../site/shortcuts";
import { t } from "../site/texts";
import { takeDraft } from "./call";
import { note, sayWhatWasSent, startEnds } from "./ends";
import { startFields } from "./fields";
import { startPlace } from "./place";
import { startQuestions } from "./questions";
import { startTriage } from "./triage";

if (takeDraft()) get("draft-note").append(note());
startFields();
startTriage();
startQuestions();
startPlace();
startEnds();
sayWhatWasSent();
onKeys([{ key: "Escape", does: t("out of a field, back to the questions"), act: () => undefined }]);
