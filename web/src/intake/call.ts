// The call as it stands on this page, and the one queue in which everything about it is saved, in order.
import { ask, post, type Answer } from "../site/ask";
import { readData } from "../site/dom";
import { now } from "../site/clock";
import { t } from "../site/texts";
import { toast } from "../site/toast";

export type Question = {
  id: string; critical: boolean; say: Record<string, string>; hint: Record<string, string>; fact: string; attribution: string; knows_unknown: boolean;
  answers: { code: string; key: string; labels: Record<string, string> }[];
};
export type Call = {
  incident: string; number?: number; origin: string; language: string; answers: Record<string, string>; words: Record<string, string>;
  spot?: [number, number] | null; uncertainty_m?: number; how?: string; taken_at?: number; episodes?: string[]; callback_known?: boolean;
  weapons?: [string, string, string][]; medical?: [string, string][];
};
export type Settings = { call: Call; draft: string | null; protocol: { id: string; questions: Question[] }; seat: string };

export const settings = readData<Settings>("settings", {} as Settings);
export const call: Call = settings.call;
export const firstRingAt = now();

const watchers = new Set<() => void>();
export const onChange = (watcher: () => void): void => void watchers.add(watcher);
export const changed = (): void => { watchers.forEach((watcher) => watcher()); keepDraft(); };

/** The caller's words in their own language where the protocol has it. */
export const inLanguage = (words: Record<string, string>): string => words[call.language] ?? words[document.documentElement.lang] ?? words["en"] ?? "";

let line: Promise<unknown> = Promise.resolve();
let waiting = 0;
const saved: Record<string, string> = { ...call.words };

/** Do this after everything before it was saved. A refusal is said; what was typed stays on the page and in the draft. */
export function save(kind: string, body: () => Record<string, unknown>, texts: () => Record<string, string> = () => ({})): Promise<Answer | null> {
  waiting++;
  sayState();
  const next = line.then(async () => {
    await openCall();
    return call.incident ? ask(kind, { incident: call.incident, ...body() }, texts()) : null;
  }).then((answer) => {
    if (answer && !answer.granted) toast(answer.sentence, "refused");
    return answer;
  }).finally(() => { waiting--; sayState(); });
  line = next.catch(() => null);
  return next;
}

/** Whether something is on its way: the call may be opening at this moment with what was known a moment ago. */
export const isSaving = (): boolean => waiting > 0;

export const settled = async (): Promise<void> => void (await line);

/** The first ring counts from the moment the page was opened; the call is on the board as soon as there is anything to say of it. */
async function openCall(more: Record<string, unknown> = {}): Promise<void> {
  if (call.incident) return;
  const texts = Object.fromEntries(Object.entries(call.words).filter(([, text]) => text.trim()));
  const spot = call.spot ? { spot: call.spot, uncertainty_m: call.uncertainty_m ?? 0 } : {};
  const body = { origin: call.origin, language: call.language, first_ring_at: Math.round(firstRingAt), callback_known: !!call.words["call_back"], ...spot, ...more };
  const answer = await ask("TakeCall", body, texts);
  if (!answer.granted) return void toast(answer.sentence, "refused");
  Object.assign(saved, texts);
  Object.assign(call, { incident: answer.ids["incident"], taken_at: now() });
  history.replaceState(null, "", `/intake/${call.incident}`);
  await post("/intake/draft", { incident: "" });
  watchers.forEach((watcher) => watcher());
}

/** Plan a new need for later. */
export async function plan(at: number): Promise<boolean> {
  await settled();
  await openCall({ scheduled_for: at });
  return !!call.incident;
}

/** Words of a field were changed: into the vault with the next save. */
export function saveWords(field: string): void {
  const text = call.words[field] ?? "";
  if (text.trim() === (saved[field] ?? "").trim()) return;
  saved[field] = text;
  void save("AddDetails", () => (field === "call_back" ? { callback_known: text.trim() !== "" } : {}), () => ({ [field]: text }));
}

let timer = 0;
/** What is typed and not yet sent is kept encrypted on the server, so that a closed tab loses nothing. */
function keepDraft(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void post("/intake/draft", { incident: call.incident, call: { words: call.words, answers: call.answers, origin: call.origin, language: call.language } }).catch(() => null), 700);
}

export async function dropDraft(): Promise<void> {
  window.clearTimeout(timer);
  await post("/intake/draft", { incident: call.incident }).catch(() => null);
}

/** Take up what a closed tab left. */
export function takeDraft(): boolean {
  if (!settings.draft) return false;
  const kept = JSON.parse(settings.draft) as Partial<Call>;
  Object.assign(call.words, kept.words);
  Object.assign(call.answers, kept.answers);
  if (!call.incident) Object.assign(call, { origin: kept.origin ?? call.origin, language: kept.language ?? call.language });
  return Object.values(call.words).some(Boolean) || Object.keys(call.answers).length > 0;
}

function sayState(): void {
  const element = document.getElementById("save-state");
  if (element) element.textContent = waiting ? t("saving …") : call.incident ? t("saved") : t("not on the board yet");
}
