// Buttons and forms that ask: <button data-ask="GiveSign" data-body='{"episode":"…"}'>, <form data-ask="WriteNote" data-body='{"incident":"…"}'>.
// In a form, a field's name is the request's field; data-text marks words for the vault; data-as="number|list|many|party|spot|moment" reads a value.
import { ask, type Granted } from "./ask";
import { momentAt } from "./clock";
import { list } from "./dom";
import { t } from "./texts";
import { toast } from "./toast";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Heard = (answer: Granted, kind: string, body: Record<string, unknown>, from: HTMLElement) => void;

const read: Record<string, (value: string) => unknown> = {
  number: Number,
  list: (value) => value.split(",").filter(Boolean),
  party: (value) => [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)],
  flag: (value) => value === "true",
  spot: (value) => value.split(",").map(Number),
  moment: (value) => momentAt(Date.parse(`${value}Z`)),
};

/** What a form asks: the fields of the request, and the words for the vault. */
export function gather(form: HTMLElement): { body: Record<string, unknown>; texts: Record<string, string> } {
  const body: Record<string, unknown> = JSON.parse(form.dataset["body"] ?? "{}");
  const texts: Record<string, string> = {};
  for (const field of list<Field>("[name]", form)) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type) && !field.checked) continue;
    if (field.value === "" && !field.required) continue;
    if ("text" in field.dataset) texts[field.name] = field.value;
    else if (field.dataset["as"] === "many") body[field.name] = [...((body[field.name] as unknown[] | undefined) ?? []), field.value];
    else body[field.name] = (read[field.dataset["as"] ?? ""] ?? String)(field.value);
  }
  return { body, texts };
}

/** Ask what an element says; its buttons rest while the answer is on its way, and its words stay until they were taken. */
export async function askFrom(element: HTMLElement, heard: Heard): Promise<void> {
  const kind = element.dataset["ask"] ?? "";
  const { body, texts } = gather(element);
  const buttons = element instanceof HTMLFormElement ? list<HTMLButtonElement>("button", element) : [element as HTMLButtonElement];
  const held = document.activeElement;
  buttons.forEach((button) => (button.disabled = true));
  const answer = await ask(kind, body, texts);
  buttons.forEach((button) => (button.disabled = false));
  // A button at rest loses the focus, and whoever works by keyboard their place: it comes back unless they have gone on.
  if (held instanceof HTMLElement && held.isConnected && document.activeElement === document.body) held.focus({ preventScroll: true });
  if (!answer.granted) return void toast(answer.sentence, "refused");
  if (element instanceof HTMLFormElement) element.reset();
  heard(answer, kind, body, element);
}

export const sayDone: Heard = (answer) => void toast(answer.sentence || t("Done."));

/** Make every [data-ask] below `root` work, those that come later included. */
export function listenForAsks(root: HTMLElement = document.body, heard: Heard = sayDone): void {
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-ask]") : null;
    if (button) void askFrom(button, heard);
  });
  root.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.dataset["ask"]) return;
    event.preventDefault();
    void askFrom(event.target, heard);
  });
}
