// Sending, undoing, explaining: the request goes first; the one-key reason is asked after, and never holds anything up.
import { ask, mint, type Answer, type Undo } from "../site/ask";
import { listCodes } from "../site/codes";
import { list } from "../site/dom";
import { toast } from "../site/toast";
import { t } from "../site/texts";
import { onKeys } from "../site/shortcuts";

const UNDO_SECONDS = 10;
type Done = { undo: Undo; until: number; close: () => void };
let last: Done | null = null;
let pending: { assignment: string; close: () => void } | null = null;

/** Ask, say what came of it, offer undo for ten seconds where the server gives one. */
export async function send(kind: string, body: Record<string, unknown>, texts: Record<string, string> = {}): Promise<Answer> {
  const answer = await ask(kind, body, texts);
  if (answer.granted) sayDone(answer.sentence, answer.undo);
  else toast(answer.sentence, "refused");
  return answer;
}

export function sayDone(sentence: string, undo: Undo | null): void {
  if (!undo) return void toast(sentence || t("Done."));
  for (const key of list("#toasts .done kbd")) key.remove(); // the key means the newest; an older button still takes back its own
  const done: Done = { undo, until: performance.now() + UNDO_SECONDS * 1000, close: () => undefined };
  done.close = toast(sentence, "done", [{ label: t("Undo"), key: "u", act: () => void takeBack(done) }], UNDO_SECONDS);
  last = done;
}

/** Take the last thing back, as long as nobody acted on it; the server decides. */
export async function undoLast(): Promise<void> {
  if (!last || performance.now() > last.until) return void toast(t("Nothing to undo: ten seconds have passed, or somebody acted on it."), "note");
  await takeBack(last);
}

async function takeBack(done: Done): Promise<void> {
  const { undo: { kind, ...body }, close } = done;
  if (last === done) last = null;
  close();
  pending?.close();
  await send(kind, body);
}

/** Send a unit. `rank` is its place among the options, 0 where it was not among them, undefined where nobody looked. */
export async function assign(unit: string, incident: string, more: Record<string, unknown> = {}, rank?: number): Promise<boolean> {
  const assignment = mint();
  const answer = await send("AssignUnit", { assignment, incident, unit, ...more });
  if (!answer.granted) return false;
  const place = rank ?? (answer.facts.find(({ kind }) => kind === "UnitAssigned") as { rank?: number } | undefined)?.rank;
  if (place !== undefined && place !== 1) askWhy(answer.ids["assignment"] ?? assignment);
  return true;
}

/** Why not the first option: one key, or none at all. */
function askWhy(assignment: string): void {
  const reasons = listCodes("choice_reason").slice(0, 9);
  const buttons = reasons.map(([code, label], at) => ({ label, key: String(at + 1), act: () => void explain(assignment, code) }));
  const close = toast(t("Sent. Why another than the first option? (one key, or leave it)"), "note", buttons, 20);
  pending = { assignment, close };
  window.setTimeout(() => { if (pending?.assignment === assignment) pending = null; }, 20_000);
}

async function explain(assignment: string, reason: string): Promise<void> {
  pending?.close();
  pending = null;
  await send("ExplainChoice", { assignment, reason });
}

/** A digit answers the open question; false where none is open, so that it can mean an option. */
export function answerWhy(digit: number): boolean {
  const reason = listCodes("choice_reason")[digit - 1];
  if (!pending || !reason) return false;
  void explain(pending.assignment, reason[0]);
  return true;
}

onKeys([{ key: "u", does: t("undo the last thing, for ten seconds"), act: () => void undoLast() }]);
