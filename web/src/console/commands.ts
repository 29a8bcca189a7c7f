// The command line's vocabulary. Each line reads as it is said on the radio; a call sign first or last, a number or the open incident.
import { t } from "../site/texts";
import { addWords, assignAll, clear, keepForLater, outOfService, report } from "./deeds";
import type { Command, Read } from "./grammar";
import { send, undoLast } from "./sending";
import { select } from "./state";

type Run = Command["run"];
const incident = ({ incident }: Read) => ({ incident: incident?.id });
const unit = ({ unit }: Read) => ({ unit: unit?.id });

/** A command about an incident with a coded reason; words beside the code go to the vault. */
const withReason = (kind: string, otherwise = "other"): Run => (read) => send(kind, { ...incident(read), reason: read.code || otherwise }, addWords("reason", read.text));

const step = (names: string[], status: string, does: string): Command => ({
  names, parts: ["unit", "incident"], needs: ["unit"], usage: `${names[0]} m12`, does, run: (read) => report(read, status),
});

export const COMMANDS: Command[] = [
  { names: ["assign", "a", "send"], parts: ["units", "incident"], needs: ["units", "incident"], usage: "assign m12 204", does: t("send a unit (or several) to an incident"), run: (read) => assignAll(read, {}) },
  { names: ["also", "stack"], parts: ["unit", "incident"], needs: ["unit", "incident"], usage: "also m12 204", does: t("stack an incident on top of what the unit does"), run: (read) => assignAll({ ...read, units: read.unit ? [read.unit] : [] }, { also: true }) },
  { names: ["divert"], parts: ["unit", "incident"], needs: ["unit", "incident"], usage: "divert m12 204", does: t("take a unit from where it is going and send it here"), run: (read) => assignAll({ ...read, units: read.unit ? [read.unit] : [] }, { leaving: read.unit?.assignments[0]?.id }) },
  step(["ack", "acknowledge"], "acknowledged", t("the crew acknowledged")),
  step(["enroute", "er"], "enroute", t("the crew is on the way")),
  step(["stage", "staged"], "staged", t("the crew stages")),
  step(["onscene", "os"], "on_scene", t("the crew is on scene")),
  step(["with"], "with_person", t("the crew is with the person and takes over")),
  { names: ["transport", "tr"], parts: ["unit", "code"], needs: ["unit", "code"], codes: "place", usage: "transport m12 place", does: t("the crew drives the person to a place"), run: (read) => report(read, "transporting", { place: read.code }) },
  step(["atplace", "at"], "at_place", t("the crew is at the place")),
  { names: ["clear", "cl"], parts: ["unit", "code"], needs: ["unit"], codes: "disposition_short", usage: "clear m12 resolved", does: t("the crew is finished; the word says what came of it"), run: clear },
  { names: ["decline"], parts: ["unit", "code"], needs: ["unit"], codes: "choice_reason", usage: "decline m12 reason", does: t("the crew declined the assignment"), run: (read) => report(read, "declined", { reason: read.code || "other" }) },
  { names: ["calloff", "recall"], parts: ["unit", "code"], needs: ["unit"], codes: "cancel_reason", usage: "calloff m12 reason", does: t("call a unit off"), run: (read) => send("CancelAssignment", { assignment: read.unit?.assignments[0]?.id, reason: read.code || "other" }) },
  { names: ["level", "l"], parts: ["incident", "code", "text"], needs: ["incident", "code"], codes: "level", usage: "level 204 3 reason", does: t("set the level, with a reason"), run: setLevel },
  { names: ["concur"], parts: ["incident"], needs: ["incident"], usage: "concur 204", does: t("agree, as second person, that the level may fall"), run: (read) => send("ConcurLowering", { ...incident(read), level: read.incident?.lowering }) },
  { names: ["note", "n"], parts: ["incident", "text"], needs: ["incident", "text"], usage: "note 204 words", does: t("write a note (its words go to the vault)"), run: (read) => send("WriteNote", incident(read), addWords("note", read.text)) },
  { names: ["tell", "msg"], parts: ["unit", "text"], needs: ["unit", "text"], usage: "tell m12 words", does: t("send the crew a message"), run: (read) => send("SendMessage", { to: read.unit?.id, incident: read.unit?.assignments[0]?.incident ?? "" }, addWords("message", read.text)) },
  { names: ["noflags"], parts: ["incident"], needs: ["incident"], usage: "noflags 204", does: t("medical red flags were asked again before leaving: no others"), run: (read) => send("RuleOutRedFlags", { ...incident(read), when: "before_departure" }) },
  { names: ["police"], parts: ["incident", "code"], needs: ["incident", "code"], codes: "police", usage: "police 204 staged_unseen", does: t("police on this call, as what"), run: (read) => send("SetPoliceRole", { ...incident(read), role: read.code, asked_by: "dispatcher", reason: "requested" }) },
  { names: ["sign"], parts: ["incident"], needs: ["incident"], usage: "sign 204", does: t("whoever is responsible still has the person (heard by radio)"), run: (read) => Promise.all((read.incident?.responsible ?? []).map(({ episode }) => send("GiveSign", { episode }))) },
  { names: ["later"], parts: ["incident", "text"], needs: ["incident", "text"], usage: "later 204 15:30 reason", does: t("send nobody before a time (15:30, or +90 for minutes)"), run: keepForLater },
  { names: ["cancel"], parts: ["incident", "code", "text"], needs: ["incident"], codes: "cancel_reason", usage: "cancel 204 reason", does: t("cancel an incident, with a reason"), run: withReason("CancelIncident") },
  { names: ["close"], parts: ["incident"], needs: ["incident"], usage: "close 204", does: t("close an incident: nothing is left to do at the scene"), run: (read) => send("CloseIncident", incident(read)) },
  { names: ["reopen"], parts: ["incident", "code", "text"], needs: ["incident"], codes: "reopen_reason", usage: "reopen 204 reason", does: t("go on with a closed incident"), run: withReason("ReopenIncident") },
  { names: ["link"], parts: ["incident", "other"], needs: ["incident", "other"], usage: "link 204 207", does: t("two incidents are the same need"), run: (read) => send("LinkIncidents", { ...incident(read), other: read.other?.id }) },
  { names: ["unlink"], parts: ["incident", "other"], needs: ["incident", "other"], usage: "unlink 204 207", does: t("take a link back"), run: (read) => send("UnlinkIncidents", { ...incident(read), other: read.other?.id }) },
  { names: ["out"], parts: ["unit", "code"], needs: ["unit"], codes: "out_reason", usage: "out m12 meal", does: t("a unit goes out of service"), run: outOfService },
  { names: ["in"], parts: ["unit"], needs: ["unit"], usage: "in m12", does: t("a unit is back in service"), run: (read) => send("ReturnToService", unit(read)) },
  { names: ["received"], parts: ["unit"], needs: ["unit"], usage: "received m12", does: t("this desk has the crew's call for help"), run: (read) => send("ReceiveHelp", unit(read)) },
  { names: ["open", "o"], parts: ["incident"], needs: ["incident"], usage: "open 204", does: t("open an incident"), run: async (read) => select(read.incident?.id ?? "") },
  { names: ["new"], parts: [], needs: [], usage: "new", does: t("take a call"), run: async () => window.location.assign("/intake/new") },
  { names: ["undo"], parts: [], needs: [], usage: "undo", does: t("undo the last thing, for ten seconds"), run: undoLast },
];

function setLevel(read: Read): Promise<unknown> {
  return send("SetLevel", { ...incident(read), level: Number(read.code), reason: "dispatcher" }, addWords("reason", read.text));
}
