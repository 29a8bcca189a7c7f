// What a crew tapped, kept on the phone until the server has it. Only codes are kept: words never are (encryption at rest comes later).
// A request keeps its id however often it is sent, so it lands exactly once; made offline it says so, and the desk sees what no longer fits.
import { csrfToken, madeFor, mint } from "../site/ask";
import { now } from "../site/clock";

export type Kept = { sequence?: number; id: string; by: string; kind: string; body: Record<string, unknown> };
export type Heard = { granted: boolean; quarantined?: boolean; code?: string; sentence: string; undo?: ({ kind: string } & Record<string, unknown>) | null };

const STORE = "requests";
const ANSWER_WITHIN_MS = 8000;
const UNJUDGED = [401, 408, 425, 429]; // nobody looked at the request itself: not signed in, too slow, too many at once
const OTHER_PERSON = "other_person"; // somebody else signed in on this browser: what is kept waits for its owner
const UNJUDGED_CODES = ["check_failed", "host_unknown", OTHER_PERSON]; // refused at the door, whatever was asked
let [signedOut, taken] = [false, false];

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("alongside-outbox", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "sequence", autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** One transaction, on the disk before it is called done: a phone whose browser is killed has what it said it kept. */
async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const asked = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => { database.close(); resolve(asked.result); };
    transaction.onabort = transaction.onerror = () => { database.close(); reject(transaction.error); };
  });
}

const whoAsks = (): string => document.body.dataset["staff"] ?? "";
const isOf = (staff: string) => ({ by }: Kept): boolean => by === undefined || by === staff; // what was kept before names were is nobody else's

/** What this person tapped and is not sent yet; another person's taps wait until they sign in on this phone again. */
export const listKept = (): Promise<Kept[]> => listKeptBy(whoAsks());

export async function listKeptBy(staff: string): Promise<Kept[]> {
  return (await run("readonly", (store) => store.getAll() as IDBRequest<Kept[]>)).filter(isOf(staff));
}

const forget = (sequence: number): Promise<undefined> => run("readwrite", (store) => store.delete(sequence));

/** Throw away what this person tapped; what others tapped on this phone waits for them. */
export async function forgetOwn(): Promise<void> {
  for (const { sequence } of await listKept()) await forget(sequence!);
}

/** Whether the last answer said that nobody is signed in here any more. */
export const isSignedOut = (): boolean => signedOut;

/** Whether the last answer said that somebody else is signed in here now. */
export const isTaken = (): boolean => taken;

/** This phone's own name, random and kept. */
export function device(): string {
  const known = localStorage.getItem("alongside-device") ?? `phone-${mint().slice(0, 12)}`;
  localStorage.setItem("alongside-device", known);
  return known;
}

/** Keep a request, with the time it was made; `offline` adds device, sequence and what it was built on. */
async function keep(kind: string, body: Record<string, unknown>, offline: boolean, by = whoAsks()): Promise<Kept> {
  const made: Kept = { id: mint(), by, kind, body: { ...body, happened_at: Math.round(now()) } };
  const parents = offline ? (await listKeptBy(by)).map(({ id }) => id) : [];
  await run("readwrite", (store) => {
    const added = store.add(made);
    added.onsuccess = () => {
      made.sequence = added.result as number;
      if (offline) made.body = { ...made.body, device: device(), sequence: made.sequence, parents };
      if (offline) store.put(made); // in the same transaction: a request is never kept half
    };
    return added;
  });
  return made;
}

/** Keep only: there is no signal, and the page that sends is not here. */
export const keepUnsent = (staff: string, kind: string, body: Record<string, unknown>): Promise<Kept> => keep(kind, body, true, staff);

/** Whether the server decided on the request itself: a receipt, or a refusal of what was asked. Anything else is as good as silence. */
const isJudged = (status: number, heard: Partial<Heard> | null): boolean =>
  status < 500 && !UNJUDGED.includes(status) && typeof heard?.granted === "boolean" && !UNJUDGED_CODES.includes(heard.code ?? "");

/** Post one kept request as it is; null where nothing was heard of it: it stays on the phone. */
export async function post(one: Pick<Kept, "id" | "kind" | "body"> & { by?: string }, withinMs = ANSWER_WITHIN_MS): Promise<Heard | null> {
  try {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrfToken(), ...madeFor(one.by ?? whoAsks()) };
    const signal = AbortSignal.timeout(withinMs);
    const response = await fetch(`/ask/${one.kind}`, { method: "POST", headers, credentials: "same-origin", signal, body: JSON.stringify({ id: one.id, ...one.body }) });
    signedOut = response.status === 401;
    const heard = (await response.json()) as Partial<Heard> | null;
    taken = heard?.code === OTHER_PERSON;
    return isJudged(response.status, heard) ? ({ sentence: "", ...heard } as Heard) : null;
  } catch {
    return null;
  }
}

/** Keep, then send: the answer, or null where it waits on the phone. */
export async function send(kind: string, body: Record<string, unknown>, isOffline: boolean): Promise<Heard | null> {
  const waiting = (await listKept()).length > 0;
  const one = await keep(kind, body, isOffline || waiting);
  if (waiting) return null; // in order: what was tapped first is sent first
  const heard = await post(one);
  if (heard) await forget(one.sequence!);
  return heard;
}

/** Send what waits, oldest first, one tab at a time; `each` hears every answer. Stops where nothing is heard back. */
export async function flush(each: (one: Kept, heard: Heard) => void): Promise<void> {
  await navigator.locks.request("alongside-outbox", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const one of await listKept()) {
      const heard = await post(one);
      if (!heard) return;
      await forget(one.sequence!);
      each(one, heard);
    }
  });
}
