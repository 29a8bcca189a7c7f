// How a command line is read: words, units, incidents, codes, and a rest of free text. What is typed is never case-sensitive.
import { listCodes } from "../site/codes";
import { t } from "../site/texts";
import type { IncidentRow, UnitRow } from "../site/rows";
import { findIncident, findUnit, placeWords, selectedRow, store } from "./state";

export type Read = { unit?: UnitRow; units: UnitRow[]; incident?: IncidentRow; other?: IncidentRow; code: string; text: string };
export type Part = "unit" | "units" | "incident" | "other" | "code" | "text";
export type Command = {
  names: string[]; parts: Part[]; needs: Part[]; codes?: string; usage: string; does: string; run: (read: Read) => Promise<unknown>;
};
export type Candidate = { value: string; label: string };

/** Read what follows a command's name. Throws a sentence where something is missing or not understood. */
export function readParts(command: Command, words: string[]): Read {
  const read: Read = { units: [], code: "", text: "" };
  const rest = [...words];
  for (const part of command.parts) TAKE[part](read, rest, command);
  if (rest.length) throw new Error(t("“{word}” was not understood. Usage: {usage}", { word: rest[0] ?? "", usage: command.usage }));
  for (const part of command.needs) if (isMissing(part, read)) throw new Error(t("Something is missing. Usage: {usage}", { usage: command.usage }));
  return read;
}

const isMissing = (part: Part, read: Read): boolean => (part === "units" ? !read.units.length : !read[part]);

const TAKE: Record<Part, (read: Read, rest: string[], command: Command) => void> = {
  unit: (read, rest) => {
    const unit = findUnit(rest[0] ?? "");
    if (unit) { read.unit = unit; rest.shift(); }
    else if (rest[0]) throw new Error(t("No unit is called “{word}”.", { word: rest[0] }));
  },
  units: (read, rest) => {
    for (let unit = findUnit(rest[0] ?? ""); unit; unit = findUnit(rest[0] ?? "")) { read.units.push(unit); rest.shift(); }
    if (!read.units.length && rest[0]) throw new Error(t("No unit is called “{word}”.", { word: rest[0] }));
  },
  incident: (read, rest, command) => {
    const typed = /^#?\d+$/.test(rest[0] ?? "") ? rest.shift() : undefined;
    let found = typed ? findIncident(typed) : selectedRow();
    if (typed && !found && command.codes === "level" && typed.length === 1 && selectedRow()) {
      rest.unshift(typed); // “level 3” speaks of the open incident
      found = selectedRow();
    }
    if (typed && !found) throw new Error(t("No open incident has the number {word}.", { word: typed }));
    if (found) read.incident = found;
  },
  other: (read, rest) => {
    const found = findIncident(rest.shift() ?? "");
    if (found) read.other = found;
  },
  code: (read, rest, command) => {
    const codes = listCodes(command.codes ?? "");
    const typed = (rest[0] ?? "").toLowerCase();
    const found = codes.find(([code]) => code === typed) ?? codes.find(([code, label]) => typed && (code.startsWith(typed) || label.toLowerCase().startsWith(typed)));
    if (found) { read.code = found[0]; rest.shift(); }
  },
  text: (read, rest) => { read.text = rest.splice(0).join(" "); },
};

/** What could stand at the end of what is typed so far. */
export function complete(commands: Command[], line: string): Candidate[] {
  const words = line.trimStart().split(/\s+/);
  const last = (words.at(-1) ?? "").toLowerCase();
  if (words.length <= 1) {
    return commands.filter(({ names }) => names.some((name) => name.startsWith(last))).map((one) => ({ value: one.names[0] ?? "", label: one.usage }));
  }
  const command = findCommand(commands, words[0] ?? "");
  if (!command) return [];
  return command.parts.flatMap((part) => candidates(part, command)).filter(({ value }) => value.toLowerCase().startsWith(last)).slice(0, 8);
}

export const findCommand = (commands: Command[], name: string): Command | undefined => commands.find(({ names }) => names.includes(name.toLowerCase()));

function candidates(part: Part, command: Command): Candidate[] {
  if (part === "unit" || part === "units") {
    return [...store.units.values()].filter(({ service }) => service !== "off_duty").map((unit) => ({ value: unit.call_sign, label: unit.label }));
  }
  if (part === "incident" || part === "other") return [...store.incidents.values()].map((row) => ({ value: String(row.number), label: placeWords(row) }));
  return part === "code" ? listCodes(command.codes ?? "").map(([value, label]) => ({ value, label })) : [];
}
