// Consent: a list that tells at once when something was taken back, and a form that somebody signs with a finger, a pen or by typing.
import "../care/care.css";
import "./consent.css";
import { sayAndRefresh } from "../care/answers";
import { keepFresh } from "../care/fresh";
import { listenForAsks } from "../site/actions";
import { ask } from "../site/ask";
import { momentAt } from "../site/clock";
import { find, list } from "../site/dom";
import { t } from "../site/texts";
import { signOn } from "../site/pad";
import { scanOn } from "../papers/scan";
import { viewPictures } from "../papers/viewer";

if (find("[data-fresh]")) {
  listenForAsks(document.body, sayAndRefresh(keepFresh()));
  viewPictures();
}

const form = find<HTMLFormElement>("#consent-form");
const pad = find("[data-pad]");
const strokes = pad ? signOn(pad) : { path: () => "", clear: () => undefined };
const scanPlace = find("[data-scan]");
const scan = scanPlace ? scanOn(scanPlace) : { file: () => "", isSending: () => false };
find("[data-clear]")?.addEventListener("click", strokes.clear);
find("[data-print]")?.addEventListener("click", () => window.print());
find("[data-hand-over]")?.addEventListener("click", ({ currentTarget }) => {
  const handed = document.body.classList.toggle("handed");
  (currentTarget as HTMLElement).setAttribute("aria-pressed", String(handed));
});

const value = (name: string): string => (form?.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? "";
const chosen = (name: string): string[] => list<HTMLInputElement>(`[name=${name}]:checked`, form!).map((box) => box.value);

/** What the form says, as the request has it. */
function gather(how: string): { body: Record<string, unknown>; texts: Record<string, string> } {
  const { person, about, episode } = form!.dataset;
  const event = chosen("event")[0] ?? (value("day") ? "day" : "");
  const ends = event === "day" && value("day") ? { expires_at: momentAt(Date.parse(`${value("day")}T23:59:00Z`)) } : {};
  const onPaper = how === "paper";
  const stated = onPaper ? chosen("stated") : list("[data-stated]", form!).map((one) => one.dataset["stated"]);
  const scope = { what: chosen("what"), holders: chosen("holders"), recipients: chosen("recipients"), purposes: chosen("purposes") };
  const paper = onPaper ? { signed: chosen("signed").length > 0, dated: chosen("dated").length > 0 } : {};
  const texts = { consent_name: value("consent_name"), consent_recipients: value("consent_recipients"), consent_note: value("consent_note") };
  const signature = onPaper ? { consent_paper: value("consent_paper"), consent_scan: scan.file() } : { consent_signature: strokes.path() || value("typed") };
  return {
    body: {
      person, about, episode, stated, ...scope, ...ends, ...paper,
      event: event === "day" ? "" : event,
      signer: value("signer") || "person",
      answer: how === "declined" ? "declined" : "given",
      form: how === "declined" ? "said" : onPaper ? "paper" : strokes.path() ? "drawn" : "typed",
    },
    texts: how === "declined" ? {} : Object.fromEntries(Object.entries({ ...texts, ...signature }).filter(([, text]) => text)),
  };
}

function lacking(how: string, asked: ReturnType<typeof gather>): string {
  if (how === "paper" && scan.isSending()) return t("The photo or scan is still being sent. Wait a moment.");
  if (how !== "given") return "";
  const { body, texts } = asked;
  const empty = ["what", "recipients", "purposes"].some((name) => !(body[name] as string[]).length);
  if (empty || !texts["consent_name"] || !(body["event"] || body["expires_at"])) return t("Choose what, to whom and for what, give the name and sign.");
  return texts["consent_signature"] ? "" : t("Sign above, or type your name.");
}

function say(sentence: string): void {
  const said = find("#said")!;
  said.textContent = sentence;
  said.hidden = !sentence;
  if (sentence) said.scrollIntoView({ block: "center" });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  void answer(((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value || "given");
});

async function answer(how: string): Promise<void> {
  const asked = gather(how);
  const lacks = lacking(how, asked);
  say(lacks);
  if (lacks) return;
  const heard = await ask("RecordConsent", asked.body, asked.texts);
  if (!heard.granted) return say(heard.sentence);
  location.assign(form!.dataset["back"]!);
}
