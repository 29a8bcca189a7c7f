// Roster and shift change: crews are sent as the people ticked; desks pass with exactly the list that was shown.
import "../care/care.css";
import "./roster.css";
import { listenForAsks } from "../site/actions";
import { askEach, sayAndRefresh } from "../care/answers";
import { ask, csrfToken, type Answer } from "../site/ask";
import { list } from "../site/dom";
import { keepFresh } from "../care/fresh";
import { t } from "../site/texts";
import { toast } from "../site/toast";

const fresh = keepFresh();
const say = sayAndRefresh(fresh);
listenForAsks(document.body, say);

/** The people ticked, as a request wants them; null (said) where nobody is. */
function members(form: HTMLFormElement): unknown[] | null {
  const aboard = list<HTMLInputElement>("[data-member]:checked", form).map((box) => JSON.parse(box.dataset["member"] ?? "[]") as unknown);
  if (!aboard.length) toast(t("Choose who is aboard."), "refused");
  return aboard.length ? aboard : null;
}

const shown = (text = ""): string[] => text.split(",").filter(Boolean);

function hear(answer: Answer, form?: HTMLFormElement): void {
  if (!answer.granted) return void (toast(answer.sentence, "refused"), fresh.refresh());
  form?.reset();
  say(answer);
}

async function changeCrew(form: HTMLFormElement): Promise<void> {
  const aboard = members(form);
  if (!aboard) return;
  const ends = Number(new FormData(form).get("shift_ends_at") ?? 0);
  hear(await ask("ChangeCrew", { unit: form.dataset["crew"], members: aboard, shift_ends_at: ends, episodes: shown(form.dataset["episodes"]) }), form);
}

async function signOn(form: HTMLFormElement): Promise<void> {
  const aboard = members(form);
  if (aboard) hear(await ask("SignOn", { ...(JSON.parse(form.dataset["signOn"] ?? "{}") as object), members: aboard }), form);
}

async function passEach(form: HTMLFormElement): Promise<void> {
  const chosen = list<HTMLInputElement>("[name=episode]:checked", form).map((box) => box.value);
  if (!chosen.length) return void toast(t("Choose at least one person."), "refused");
  const to = String(new FormData(form).get("to") ?? "");
  await askEach(chosen, form.dataset["each"] === "offer" ? (episode) => ask("OfferTransfer", { episode, to: ["position", to] }) : takeOver);
  form.reset();
  await fresh.refresh();
}

async function takeOver(episode: string): Promise<Answer> {
  const agreed = await ask("AcceptTransfer", { episode });
  return agreed.granted || agreed.code === "life_transfer" ? ask("TakeOver", { episode }) : agreed;
}

const forms: [string, (form: HTMLFormElement) => Promise<void>][] = [["crew", changeCrew], ["signOn", signOn], ["each", passEach]];

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const found = forms.find(([name]) => name in form.dataset);
  if (!found) return;
  event.preventDefault();
  void found[1](form);
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-relieve]") : null;
  if (button) void relieve(button);
});

async function relieve(button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const answer = await ask("RelievePosition", { position: button.dataset["relieve"], episodes: shown(button.dataset["episodes"]) });
  button.disabled = false;
  if (!answer.granted) return hear(answer);
  const form = new URLSearchParams({ position: button.dataset["relieve"] ?? "", next: "/shift/", csrfmiddlewaretoken: csrfToken() });
  await fetch("/shift/sit", { method: "POST", body: form, credentials: "same-origin" });
  location.reload(); // the header names the new seat
}
