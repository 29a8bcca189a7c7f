// The case manager's pages: an outcome is one tap; a note goes to the vault first; many people are taken on at once.
import "../care/care.css";
import "./follow-up.css";
import { listenForAsks } from "../site/actions";
import { askEach, sayAndRefresh } from "../care/answers";
import { ask } from "../site/ask";
import { now } from "../site/clock";
import { find, list } from "../site/dom";
import { keepFresh } from "../care/fresh";
import { fold, foldOnPhones } from "./fold";
import { listenForKeys } from "./keys";
import { t } from "../site/texts";
import { toast } from "../site/toast";

const fresh = keepFresh(fold);
const say = sayAndRefresh(fresh);
listenForAsks(document.body, say);
listenForKeys();
foldOnPhones();

async function attempt(button: HTMLButtonElement, line: HTMLElement): Promise<void> {
  const note = find<HTMLInputElement>("[data-note]", line);
  const wait = Number(find<HTMLSelectElement>("[data-next]", line)?.value || 0);
  button.disabled = true;
  if (note?.value) {
    const { incident, episode } = line.dataset;
    const kept = await ask("WriteNote", { incident, episode }, { follow_up_note: note.value });
    if (!kept.granted) return refused(button, kept.sentence);
    note.value = "";
  }
  const next = wait ? { next_at: Math.round(now() + wait) } : {};
  const answer = await ask("AttemptFollowUp", { follow_up: line.dataset["followUp"], outcome: button.dataset["outcome"], ...next });
  if (!answer.granted) return refused(button, answer.sentence);
  list<HTMLSelectElement>("[data-next]", line).forEach((field) => (field.selectedIndex = 0));
  say(answer);
}

function refused(button: HTMLButtonElement, sentence: string): void {
  button.disabled = false;
  toast(sentence, "refused");
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-outcome]") : null;
  const line = button?.closest<HTMLElement>("[data-follow-up]");
  if (button && line) void attempt(button, line);
});

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !("checkAll" in target.dataset)) return;
  list<HTMLInputElement>("[name=episode]", target.form!).forEach((box) => (box.checked = target.checked));
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("takeDesk" in form.dataset)) return;
  event.preventDefault();
  void takeAll(form);
});

async function takeAll(form: HTMLFormElement): Promise<void> {
  const chosen = new Set(list<HTMLInputElement>("[name=episode]:checked", form).map((box) => box.value));
  if (!chosen.size) return void toast(t("Choose at least one person."), "refused");
  await askEach([...chosen], (episode) => ask("TakeFollowUp", { episode, position: form.dataset["takeDesk"] }));
  form.reset();
  await fresh.refresh();
}
