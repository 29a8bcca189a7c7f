// A person's record: forms that ask, drafts that survive a closed tab, and nothing left on the screen once it is no longer theirs to see.
import "../care/care.css";
import "./person.css";
import { sayAndRefresh } from "../care/answers";
import { keepFresh } from "../care/fresh";
import { gather, listenForAsks } from "../site/actions";
import { post, type Granted } from "../site/ask";
import { find } from "../site/dom";
import { t } from "../site/texts";

const fresh = keepFresh();
const say = sayAndRefresh(fresh);
const KEEP_MS = 800;

/** Where to go once it was said who somebody is, or that it was not them. */
const NEXT: Record<string, (answer: Granted, body: Record<string, unknown>) => string> = {
  RecordPerson: (answer) => `/person/${answer.ids["person"]}`,
  IdentifyPerson: (_answer, body) => `/person/${String(body["person"])}`,
  UndoIdentification: (_answer, body) => `/person/who/${String(body["episode"])}`,
  CarryItemOver: (_answer, body) => `/person/${String(body["person"])}`,
};

listenForAsks(document.body, (answer, kind, body, from) => void heard(answer, kind, body, from));

async function heard(answer: Granted, kind: string, body: Record<string, unknown>, from: HTMLElement): Promise<void> {
  const next = NEXT[kind];
  if (next) return location.assign(next(answer, body));
  if (from instanceof HTMLFormElement && from.dataset["draft"]) await forget(from);
  say(answer);
}

/** The draft is sent: nothing of it stays, here or there. */
async function forget(form: HTMLFormElement): Promise<void> {
  window.clearTimeout(timers.get(form));
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-text]")) field.value = field.defaultValue = "";
  await keep(form, {});
}

const timers = new Map<HTMLFormElement, number>();
document.addEventListener("input", ({ target }) => {
  const form = target instanceof Element ? target.closest<HTMLFormElement>("form[data-draft]") : null;
  if (!form) return;
  window.clearTimeout(timers.get(form));
  timers.set(form, window.setTimeout(() => void keepAndSay(form), KEEP_MS));
});

async function keepAndSay(form: HTMLFormElement): Promise<void> {
  const kept = await keep(form, gather(form).texts);
  const said = find(".kept", form);
  if (said) said.textContent = kept ? t("Kept as a draft.") : t("The draft could not be kept.");
}

async function keep(form: HTMLFormElement, texts: Record<string, string>): Promise<boolean> {
  const answer = await post("/person/draft", { person: form.dataset["person"], class: form.dataset["draft"], texts }).catch(() => null);
  return answer?.ok ?? false;
}
