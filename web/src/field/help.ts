// The help button: pressed and kept pressed for a second. It says who received it, or NOT SENT: use radio. Nothing in between is left unsaid.
import { mint } from "../site/ask";
import { find, get } from "../site/dom";
import { t } from "../site/texts";
import { post } from "./outbox";
import { pressAndKeep } from "./press";

const SEND_WITHIN_MS = 4000;
const AGAIN_MS = 3000;
const LOOK_MS = 2000;

type State = "ready" | "pressing" | "sending" | "sent" | "received" | "unanswered" | "failed";

export function helpButton(refresh: () => Promise<void>): () => void {
  const button = find<HTMLButtonElement>("#help");
  if (!button) return () => undefined;
  const [answer, word] = [get("help-answer"), find(".help-word", button)!];
  let state: State = "ready";
  let sentAt = 0;

  const say = (next: State, sentence = "") => {
    state = next;
    button.dataset["state"] = next;
    word.textContent = next === "pressing" ? t("Keep pressing…") : next === "sending" ? t("Sending…") : t("Keep pressed for help");
    if (next === "pressing") return;
    answer.hidden = !sentence;
    answer.dataset["state"] = next;
    if (answer.textContent !== sentence) answer.textContent = sentence;
  };

  const ask = async (id: string): Promise<void> => {
    const heard = await post({ id, kind: "AskHelp", body: { unit: button.dataset["unit"] } }, SEND_WITHIN_MS);
    if (!heard) {
      say("failed", t("NOT SENT: use radio"));
      window.setTimeout(() => state === "failed" && void ask(id), AGAIN_MS);
    } else if (!heard.granted) say("failed", `${t("NOT SENT: use radio")}. ${heard.sentence}`);
    else {
      sentAt = Date.now();
      say("sent", t("SENT. Waiting for an answer…"));
      await refresh();
      look();
    }
  };

  /** What the page says of an open call for help. */
  const look = () => {
    if (state === "pressing" || state === "sending" || state === "failed") return;
    const received = find("#help-received");
    const open = find("#help-open");
    if (open && state === "ready") [sentAt, state] = [Date.now(), "sent"];
    if (state !== "sent" && state !== "unanswered") return;
    if (!open && received) return say("received", t("Received by {name}", { name: received.dataset["by"] ?? "" }));
    const late = Date.now() - sentAt > Number(button.dataset["answerMs"] ?? 30_000);
    say(late ? "unanswered" : "sent", late ? t("SENT, but nobody has answered: use radio") : t("SENT. Waiting for an answer…"));
  };

  pressAndKeep(button, {
    mayBegin: () => state !== "pressing" && state !== "sending",
    begun: () => say("pressing"),
    kept: () => { say("sending"); void ask(mint()); },
    left: () => { say("ready"); look(); },
  });
  window.setInterval(() => { if (state === "sent" || state === "unanswered") void refresh(); look(); }, LOOK_MS);
  look();
  return look;
}
