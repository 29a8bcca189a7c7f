// The one way to change anything: ask the server, show its sentence. Nothing is assumed to have happened before it says so.
import { t } from "./texts";

export type Undo = { kind: string } & Record<string, unknown>;
export type Granted = { granted: true; id: string; facts: { kind: string }[]; ids: Record<string, string>; undo: Undo | null; sentence: string };
export type Declined = { granted: false; code: string; sentence: string };
export type Answer = Granted | Declined;

/** A random id that a request keeps however often it is sent. */
export const mint = (): string => crypto.randomUUID().replaceAll("-", "");

export function csrfToken(): string {
  return /(?:^|; )(?:__Host-)?csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
}

/** Whom this page was made for: the server refuses where somebody else has signed in on this browser meanwhile. */
export function madeFor(staff = document.body.dataset["staff"] ?? ""): Record<string, string> {
  return staff ? { "X-Alongside-Staff": staff } : {};
}

/** POST JSON with the CSRF header. */
export function post(url: string, body: unknown): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrfToken(), ...madeFor() };
  return fetch(url, { method: "POST", headers, credentials: "same-origin", body: JSON.stringify(body) });
}

const LEADS_ON_MS = 1_500; // an answer may lead to another page; nothing else may take the reader elsewhere meanwhile
let underWay = 0;

/** Whether something was asked from this page and what its answer leads to is not done yet. */
export const isAsking = (): boolean => underWay > 0;

/** Make a request of the core's kind. `texts` are words for the vault. A dropped line is tried again with the same id. */
export async function ask(kind: string, body: Record<string, unknown>, texts: Record<string, string> = {}): Promise<Answer> {
  underWay++;
  return askOnce(kind, body, texts).finally(() => window.setTimeout(() => underWay--, LEADS_ON_MS));
}

async function askOnce(kind: string, body: Record<string, unknown>, texts: Record<string, string>): Promise<Answer> {
  const asked = { id: mint(), ...body, ...(Object.keys(texts).length ? { texts } : {}) };
  for (let attempt = 0; ; attempt++) {
    try {
      return await read(await post(`/ask/${kind}`, asked));
    } catch {
      if (attempt === 2) return refuse("offline", t("Not sent: no connection. Your words are still here; try again."));
      await new Promise((resume) => setTimeout(resume, 400 * 2 ** attempt));
    }
  }
}

async function read(response: Response): Promise<Answer> {
  const json = (await response.json().catch(() => null)) as Partial<Answer> | null;
  if (json && "granted" in json) return json as Answer;
  const sentence = json && "sentence" in json ? String(json.sentence) : "";
  if (response.status === 403 || response.redirected) return refuse("not_allowed", sentence || t("You are not allowed to do that, or your session ended. Sign in again."));
  return refuse("failed", sentence || t("The server could not do that (error {status}). Try again.", { status: response.status }));
}

const refuse = (code: string, sentence: string): Declined => ({ granted: false, code, sentence });
