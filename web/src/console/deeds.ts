// What commands and keys do that is more than one request.
import { assign, send } from "./sending";
import type { Read } from "./grammar";
import { store } from "./state";
import { listCodes } from "../site/codes";
import { momentAt, now, wallOf } from "../site/clock";
import { t } from "../site/texts";
import type { UnitAssignment, UnitRow } from "../site/rows";

const DAY_MS = 86_400_000;

export const addWords = (field: string, words: string): Record<string, string> => (words ? { [field]: words } : {});

/** Which of its assignments a unit speaks of: the one at that incident, else the one it works first. */
export function currentOf(unit: UnitRow | undefined, incident?: string): UnitAssignment {
  const found = unit?.assignments.find((one) => one.incident === incident) ?? unit?.assignments.find(({ primary }) => primary) ?? unit?.assignments[0];
  if (!found) throw new Error(t("{unit} is not assigned to anything.", { unit: unit?.call_sign ?? "" }));
  return found;
}

export async function assignAll({ units, incident }: Read, more: Record<string, unknown>): Promise<void> {
  const alone = incident?.assignments.length === 0;
  for (const [at, unit] of units.entries()) {
    if (incident) await assign(unit.id, incident.id, more, alone && at === 0 ? undefined : 1);
  }
}

export function report({ unit, incident }: Read, status: string, more: Record<string, unknown> = {}): Promise<unknown> {
  const typed = unit?.assignments.some((one) => one.incident === incident?.id) ? incident?.id : undefined;
  return send("ReportStatus", { assignment: currentOf(unit, typed).id, status, ...more });
}

/** Clear a unit; a crew that is responsible for people first says what came of each. */
export async function clear({ unit, code }: Read): Promise<void> {
  const assignment = currentOf(unit);
  const mine = (store.incidents.get(assignment.incident)?.responsible ?? []).filter(({ id, kind }) => kind === "crew" && id === unit?.id);
  for (const { episode, disposition } of code ? mine : []) {
    if (disposition) continue;
    const answer = await send("RecordDisposition", { episode, disposition: DISPOSITIONS[code] ?? code });
    if (!answer.granted) return;
  }
  await send("ReportStatus", { assignment: assignment.id, status: "cleared" });
}

const DISPOSITIONS: Record<string, string> = {
  resolved: "resolved_on_scene", phone: "resolved_by_phone", referred: "referred", declined: "declined_service", notfound: "not_found",
  arrested: "arrested", cited: "cited", ems: "transported_ems", voluntary: "transported_voluntary", none: "not_behavioural",
};

export function outOfService({ unit, code }: Read): Promise<unknown> {
  return send("GoOutOfService", { unit: unit?.id, reason: code || "other" });
}

/** “15:30 appointment”: the time, then the reason or the beginning of its word; none is “another reason”. */
export function keepForLater({ incident, text }: Read): Promise<unknown> {
  const [time = "", ...rest] = text.trim().split(/\s+/);
  const typed = rest.join(" ").toLowerCase();
  const [reason] = listCodes("later_reason").find(([code, label]) => typed && (code.startsWith(typed) || label.toLowerCase().startsWith(typed))) ?? ["other"];
  return send("KeepForLater", { incident: incident?.id, until: momentOf(time), reason });
}

/** “+90” is minutes from now; “15:30” is the next time a clock shows it. Throws a sentence for anything else. */
export function momentOf(typed: string): number {
  const [, minutes] = /^\+(\d{1,5})$/.exec(typed.trim()) ?? [];
  if (minutes) return Math.round(now() + Number(minutes) * 60_000);
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(typed.trim()) ?? [];
  if (!hour || !minute) throw new Error(t("“{typed}” is not a time. Write 15:30, or +90 for minutes from now.", { typed }));
  const today = Math.floor(wallOf(now()) / DAY_MS) * DAY_MS + (Number(hour) * 60 + Number(minute)) * 60_000;
  const at = momentAt(today);
  return at > now() ? at : momentAt(today + DAY_MS);
}
