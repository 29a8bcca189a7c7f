// How a call leaves this page: into the queue, planned for later, over to 988, to the clinician now; and what still goes on for its people.
import { find, get, h, list } from "../site/dom";
import { listenForAsks } from "../site/actions";
import { refreshAges } from "../site/ages";
import { onKeys } from "../site/shortcuts";
import { toast } from "../site/toast";
import { t } from "../site/texts";
import { call, changed, dropDraft, onChange, plan, save, saveWords, settled } from "./call";

export function startEnds(): void {
  get("send").addEventListener("click", () => void send());
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send(); });
  get("later-form").addEventListener("submit", (event) => { event.preventDefault(); void later(); });
  for (const button of list<HTMLButtonElement>("[data-to]")) button.addEventListener("click", () => void offer(button));
  listenForAsks(get("people"), (answer) => { toast(answer.sentence); void drawPeople(); });
  document.addEventListener("reported", () => void drawPeople());
  onChange(drawHead);
  drawHead();
  void drawPeople();
}

async function saveAll(): Promise<boolean> {
  (document.activeElement as HTMLElement | null)?.blur();
  for (const field of Object.keys(call.words)) saveWords(field);
  if (!call.incident) await save("AddDetails", () => ({ language: call.language }));
  await settled();
  return !!call.incident;
}

/** The call has been on the board since the first word; sending says that this page is done with it. */
async function send(): Promise<void> {
  if (!(await saveAll())) return;
  await dropDraft();
  sessionStorage.setItem("sent", t("{number} is in the queue.", { number: call.number ?? "" }));
  sessionStorage.setItem("sent-id", call.incident);
  sessionStorage.setItem("sent-number", String(call.number ?? ""));
  window.location.assign("/intake/new");
}

async function later(): Promise<void> {
  const at = new Date(get<HTMLInputElement>("later").value).getTime();
  if (!(at > Date.now())) return void toast(t("Choose a time that is still to come."), "refused");
  if (!(await keep(at))) return;
  sessionStorage.setItem("sent", t("Planned for {time}.", { time: new Date(at).toLocaleString() }));
  window.location.assign("/intake/new");
}

/** A call that is on the board already is kept for later like any other need; a new one is planned from its first fact on. */
async function keep(at: number): Promise<boolean> {
  if (!call.incident) return plan(at);
  if (!(await saveAll())) return false;
  const answer = await save("KeepForLater", () => ({ until: at, reason: "appointment" }));
  if (answer?.granted) await dropDraft();
  return !!answer?.granted;
}

/** A warm transfer needs a place and a call-back number first; until the other side has taken over, responsibility stays here. */
async function offer(button: HTMLButtonElement): Promise<void> {
  const missing = [!call.words["place"] && !call.spot && t("where they are"), !call.words["call_back"] && t("a call-back number")].filter(Boolean);
  if (button.dataset["needs"] && missing.length) {
    toast(t("Before a transfer, ask for: {missing}.", { missing: missing.join(", ") }), "refused");
    return get(!call.words["place"] && !call.spot ? "place" : "call_back").focus();
  }
  if (!(await saveAll())) return;
  await drawPeople();
  const episode = find("#people [data-episode]")?.dataset["episode"];
  const [kind, id] = (button.dataset["to"] ?? "").split(":");
  const answer = await save("OfferTransfer", () => ({ incident: undefined, episode, to: [kind, id] }));
  if (answer?.granted) toast(answer.sentence || t("Offered. Stay on the line."));
  await drawPeople();
}

/** Persons and transfers, exactly as the console shows them. */
async function drawPeople(): Promise<void> {
  if (!call.incident) return;
  const response = await fetch(`/dispatch/incident/${call.incident}?part=1`, { credentials: "same-origin" }).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const [part, need] = [find("#part-people", page), find("#part-need .facts", page)];
  get("people").replaceChildren(...[part, need].filter((one): one is HTMLElement => !!one));
  const number = find("#part-head h2", page)?.firstChild?.textContent?.trim();
  if (number) call.number = Number(number);
  drawHead();
  refreshAges(get("people"));
}

let drawnFor = "";
function drawHead(): void {
  get("call-number").textContent = call.number ? String(call.number) : t("new call");
  const since = get("call-age");
  if (call.taken_at) since.dataset["since"] = String(call.taken_at);
  if (call.incident && drawnFor !== call.incident) { drawnFor = call.incident; void drawPeople(); }
}

/** Said once, on the next page: what became of the call before. */
export function sayWhatWasSent(): void {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  if (sent) toast(sent);
  offerBack(sessionStorage.getItem("sent-id"), sessionStorage.getItem("sent-number") ?? "");
  sessionStorage.removeItem("sent-id");
}

/** A call is often sent with questions open: whoever still speaks with the caller is back in it with one key. */
function offerBack(incident: string | null, number: string): void {
  if (!incident) return;
  const [place, address] = [get("sent-before"), `/intake/${encodeURIComponent(incident)}`];
  place.replaceChildren(h("a", { href: address }, t("Back to {number}", { number }), " ", h("kbd", {}, "0")));
  place.hidden = false;
  onKeys([{ key: "0", does: t("go on with the call just sent"), act: () => window.location.assign(address) }]);
}

export const note = (): HTMLElement => h("p", { class: "notice" }, t("This is what you had typed before the page was closed. Go on, or"), " ", h("button", { type: "button", class: "quiet", onclick: () => void forget() }, t("start afresh")));

async function forget(): Promise<void> {
  call.words = {};
  changed();
  await dropDraft();
  window.location.assign("/intake/new");
}
