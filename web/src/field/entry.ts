// The crew's page: what is tapped goes through the outbox, what is typed stays on the screen until it is sent.
import "./field.css";
import { gather } from "../site/actions";
import { ask } from "../site/ask";
import { find, get, h, list } from "../site/dom";
import { keepFresh } from "../care/fresh";
import { listenForSignatures } from "../care/signing";
import { t } from "../site/texts";
import { toast } from "../site/toast";
import { helpButton } from "./help";
import { readKnown, remember } from "./known";
import { saySignedOut, saySomebodyElse } from "./leaving";
import { flush, isSignedOut, isTaken, listKept, send, type Heard } from "./outbox";

let help: () => void = () => undefined;
const fresh = keepFresh(() => { help(); note(); void count(); });
help = helpButton(fresh.refresh);
listenForSignatures();

const isOffline = (): boolean => !navigator.onLine || fresh.state() === "reconnecting";

async function act(element: HTMLElement, kind: string, body: Record<string, unknown>, texts: Record<string, string>): Promise<void> {
  const buttons = element instanceof HTMLFormElement ? list<HTMLButtonElement>("button", element) : [element as HTMLButtonElement];
  if (find("[data-signing]", element) && isOffline() && Object.keys(texts).length) {
    texts = {}; // a hand-over waits for no signature: what is drawn is not kept on a phone
    toast(t("Without the signature, for there is no connection: the place can sign on its own page."), "note");
  }
  buttons.forEach((button) => (button.disabled = true));
  const heard = await (Object.keys(texts).length ? ask(kind, body, texts) : send(kind, body, isOffline()));
  buttons.forEach((button) => (button.disabled = false));
  if (!heard && !isSignedOut() && !isTaken()) toast(t("Kept on this phone; it is sent once there is a connection."), "note");
  else if (heard && !heard.granted) toast(heard.sentence, "refused");
  else if (heard) {
    if (element instanceof HTMLFormElement) element.reset();
    done(heard as Heard);
  }
  await count();
  if (!isSignedOut() && !isTaken()) await fresh.refresh(); // it would go to the door before anybody has read why
}

function done(heard: Heard): void {
  const { undo } = heard;
  const back = undo ? [{ label: t("Undo"), act: () => { const { kind, ...body } = undo; void act(document.body, kind, body, {}); } }] : [];
  toast(heard.sentence || t("Done."), "done", back, undo ? 10 : 4);
}

/** What the phone may know without a signal: codes of the unit and its next steps. */
function note(): void {
  const unit = find(".call-sign")?.textContent;
  if (unit) void remember(readKnown(document.body.dataset, unit, list<HTMLElement>(".steps [data-ask='ReportStatus']:not(:disabled)").map((step) => step.dataset["body"] ?? "{}")));
}

/** The badge: how many requests wait on this phone. */
async function count(): Promise<void> {
  const waiting = (await listKept()).length;
  const badge = find("#unsent");
  if (badge) {
    badge.hidden = waiting === 0;
    badge.textContent = t("{count} not sent yet", { count: waiting });
  }
  get("offline").hidden = isSignedOut() || isTaken() || (!isOffline() && waiting === 0);
  saySignedOut(isSignedOut(), waiting);
  saySomebodyElse(isTaken(), waiting);
}

/** Send what waits; what is refused late stays in the tray until somebody has seen it. */
async function sendWaiting(): Promise<void> {
  if (!(await listKept()).length) return void count();
  await flush((_, heard) => {
    if (heard.granted && !heard.quarantined) toast(t("Sent late: {sentence}", { sentence: heard.sentence }));
    else keepInTray(heard.sentence);
  });
  await count();
  if (!isSignedOut() && !isTaken()) await fresh.refresh();
}

function keepInTray(sentence: string): void {
  const line = h("p", { class: "notice refused" }, t("Not accepted: {sentence}", { sentence }), " ");
  line.append(h("button", { type: "button", class: "quiet", onclick: () => line.remove() }, t("Seen")));
  get("tray").append(line);
}

/** Several ticked boxes of one name are one list. */
function gatherMany(element: HTMLElement): ReturnType<typeof gather> {
  const told = gather(element);
  for (const box of list<HTMLInputElement>("[data-many]", element)) told.body[box.name] = [];
  for (const box of list<HTMLInputElement>("[data-many]:checked", element)) (told.body[box.name] as string[]).push(box.value);
  return told;
}

function askFrom(element: HTMLElement): void {
  const { body, texts } = gatherMany(element);
  void act(element, element.dataset["ask"] ?? "", body, texts);
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-ask]") : null;
  // The second tap of a shaking thumb would fall on the step that has just come to stand there.
  if (button && !button.disabled && event.detail < 2) askFrom(button);
});
document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.dataset["ask"]) return;
  event.preventDefault();
  askFrom(event.target);
});

fresh.onState((state) => { if (state === "live") void sendWaiting(); else void count(); });
window.addEventListener("online", () => void sendWaiting());
window.addEventListener("offline", () => void count());
window.setInterval(() => void sendWaiting(), 10_000);
void navigator.storage?.persist?.(); // asked once; without it a full phone may throw the outbox away
void navigator.serviceWorker?.register("/field/worker.js", { scope: "/field/", updateViaCache: "none" });
note();
void sendWaiting();
